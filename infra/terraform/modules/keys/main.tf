locals {
  root = "arn:aws:iam::${var.deployment.account}:root"
  here = { StringEquals = { "aws:SourceAccount" = var.deployment.account } }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Account", Effect = "Allow", Principal = { AWS = local.root }, Action = "kms:*", Resource = "*" },
      # EventBridge names no source account where it sends to an encrypted queue or topic; who may send to ours, their own policies say.
      {
        Sid       = "Events"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
      },
      {
        Sid       = "Senders"
        Effect    = "Allow"
        Principal = { Service = ["cloudwatch.amazonaws.com", "sns.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = local.here
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.deployment.region}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${var.deployment.region}:${var.deployment.account}:log-group:*${var.deployment.prefix}*" } }
      },
    ]
  })
}

# In a key's policy `Resource = "*"` means this key. EventBridge has to be let in, or what it sends to an encrypted queue is lost.
resource "aws_kms_key" "this" {
  description             = "Everything that ${var.deployment.prefix} keeps"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = local.policy
  tags                    = var.tags
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.deployment.prefix}"
  target_key_id = aws_kms_key.this.key_id
}
