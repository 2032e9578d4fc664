locals {
  group = "${var.deployment.prefix}-timers"

  trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.deployment.account }
        ArnEquals    = { "aws:SourceArn" = "arn:aws:scheduler:${var.deployment.region}:${var.deployment.account}:schedule-group/${local.group}" }
      }
    }]
  })

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = [for queue in var.queues : "arn:aws:sqs:${var.deployment.region}:${var.deployment.account}:${queue}"]
      }],
      [for arn in var.key.customer ? [var.key.arn] : [] : { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [arn] }],
    )
  })
}

# The timers themselves are set by the services, at run time, and delete themselves when they end: none stands here.
resource "aws_scheduler_schedule_group" "this" {
  name = local.group
  tags = var.tags
}

resource "aws_iam_role" "this" {
  name               = local.group
  description        = "EventBridge Scheduler sends the timers' messages as this role"
  assume_role_policy = local.trust
  tags               = var.tags
}

resource "aws_iam_role_policy" "this" {
  name   = "send"
  role   = aws_iam_role.this.id
  policy = local.policy
}
