locals {
  keys = distinct(concat(["pk", "sk"], flatten([for index in var.indexes : compact([index.partition, index.sort])])))
}

resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  range_key                   = "sk"
  deletion_protection_enabled = var.protect
  stream_enabled              = var.stream
  stream_view_type            = var.stream ? "NEW_AND_OLD_IMAGES" : null
  tags                        = var.tags

  dynamic "attribute" {
    for_each = local.keys

    content {
      name = attribute.value
      type = "S"
    }
  }

  dynamic "global_secondary_index" {
    for_each = var.indexes

    content {
      name      = global_secondary_index.value.name
      hash_key  = global_secondary_index.value.partition
      range_key = global_secondary_index.value.sort
      # Each index that holds an attribute which a write changes is written too, and billed.
      projection_type    = global_secondary_index.value.holds == null ? "ALL" : length(global_secondary_index.value.holds) == 0 ? "KEYS_ONLY" : "INCLUDE"
      non_key_attributes = try(length(global_secondary_index.value.holds), 0) == 0 ? null : global_secondary_index.value.holds
    }
  }

  ttl {
    enabled        = true
    attribute_name = "expiresAt"
  }

  point_in_time_recovery {
    enabled = true
  }

  # Without a key of ours the table is encrypted with one that AWS owns, which costs nothing.
  dynamic "server_side_encryption" {
    for_each = var.key.customer ? [var.key.arn] : []

    content {
      enabled     = true
      kms_key_arn = server_side_encryption.value
    }
  }
}
