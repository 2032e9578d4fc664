locals {
  arn      = "arn:aws:sqs:${var.deployment.region}:${var.deployment.account}:${var.name}"
  dead_arn = "${local.arn}-dlq"

  # The ARN of a rule on the default bus does not name the bus.
  rule_arns = [
    for rule in var.rules :
    "arn:aws:events:${var.deployment.region}:${var.deployment.account}:rule/${rule.bus == "default" ? "" : "${rule.bus}/"}${rule.name}"
  ]

  policies = {
    for arn in [local.arn, local.dead_arn] : arn => jsonencode({
      Version = "2012-10-17"
      Statement = concat(
        length(local.rule_arns) == 0 ? [] : [{
          Sid       = "Rules"
          Effect    = "Allow"
          Principal = { Service = "events.amazonaws.com" }
          Action    = "sqs:SendMessage"
          Resource  = arn
          Condition = { ArnEquals = { "aws:SourceArn" = local.rule_arns } }
        }],
        [{
          Sid       = "TlsOnly"
          Effect    = "Deny"
          Principal = "*"
          Action    = "sqs:*"
          Resource  = arn
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        }],
      )
    })
  }
}

# EventBridge puts in the dead-letter queue what it could not deliver to the queue, so that one desk finds both.
resource "aws_sqs_queue" "dead_letters" {
  name                              = "${var.name}-dlq"
  message_retention_seconds         = var.dead_letter_retention
  visibility_timeout_seconds        = var.visibility
  policy                            = local.policies[local.dead_arn]
  sqs_managed_sse_enabled           = var.key.customer ? null : true
  kms_master_key_id                 = var.key.arn
  kms_data_key_reuse_period_seconds = var.key.customer ? 3600 : null
  tags                              = var.tags
}

resource "aws_sqs_queue" "this" {
  name                              = var.name
  message_retention_seconds         = var.retention
  visibility_timeout_seconds        = var.visibility
  policy                            = local.policies[local.arn]
  redrive_policy                    = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead_letters.arn, maxReceiveCount = var.max_receives })
  sqs_managed_sse_enabled           = var.key.customer ? null : true
  kms_master_key_id                 = var.key.arn
  kms_data_key_reuse_period_seconds = var.key.customer ? 3600 : null
  tags                              = var.tags
}

resource "aws_sqs_queue_redrive_allow_policy" "this" {
  queue_url            = aws_sqs_queue.dead_letters.id
  redrive_allow_policy = jsonencode({ redrivePermission = "byQueue", sourceQueueArns = [aws_sqs_queue.this.arn] })
}
