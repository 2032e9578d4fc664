locals {
  arn = "arn:aws:events:${var.deployment.region}:${var.deployment.account}:event-bus/${var.deployment.prefix}"

  # The account's own roles are held by their own policies. Another account may ask for jobs, and never as one of us.
  upstream = [for account in var.upstream_accounts : {
    Sid       = "Upstream${account}"
    Effect    = "Allow"
    Principal = { AWS = "arn:aws:iam::${account}:root" }
    Action    = "events:PutEvents"
    Resource  = local.arn
    Condition = {
      StringEquals  = { "events:detail-type" = "job-requested" }
      StringNotLike = { "events:source" = ["trainyard.*", "aws.*"] }
    }
  }]

  policy = jsonencode({ Version = "2012-10-17", Statement = local.upstream })

  # The registry reads draft 4, which calls `$defs` definitions; what draft 4 does not know it ignores.
  schemas = {
    for file in fileset(var.schemas_dir, "*.schema.json") :
    trimsuffix(file, ".schema.json") => jsonencode(merge(
      { for key, value in jsondecode(replace(replace(file("${var.schemas_dir}/${file}"), "\"$defs\"", "\"definitions\""), "#/$defs/", "#/definitions/")) : key => value if key != "$id" },
      { "$schema" = "http://json-schema.org/draft-04/schema#" },
    ))
  }
}

resource "aws_cloudwatch_event_bus" "this" {
  name               = var.deployment.prefix
  kms_key_identifier = var.key.arn
  tags               = var.tags
}

resource "aws_cloudwatch_event_bus_policy" "this" {
  count          = length(var.upstream_accounts) > 0 ? 1 : 0
  event_bus_name = aws_cloudwatch_event_bus.this.name
  policy         = local.policy
}

# A replay reaches the ledger only: every other rule refuses events that carry `replay-name`.
resource "aws_cloudwatch_event_archive" "this" {
  name             = var.deployment.prefix
  description      = "Everything said on the bus, for a replay that fills the ledger's record"
  event_source_arn = aws_cloudwatch_event_bus.this.arn
  retention_days   = var.archive_days
}

resource "aws_schemas_registry" "this" {
  name        = var.deployment.prefix
  description = "The events of Trainyard, generated from its types"
  tags        = var.tags
}

resource "aws_schemas_schema" "this" {
  for_each      = local.schemas
  name          = each.key
  registry_name = aws_schemas_registry.this.name
  type          = "JSONSchemaDraft4"
  content       = each.value
  tags          = var.tags
}
