locals {
  # The topic takes what the account's own functions and alarms publish.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Alarms"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = "arn:aws:sns:${var.deployment.region}:${var.deployment.account}:${var.deployment.prefix}-notices"
        Condition = { StringEquals = { "aws:SourceAccount" = var.deployment.account } }
      },
      {
        Sid       = "Account"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${var.deployment.account}:root" }
        Action    = ["sns:Publish", "sns:Subscribe", "sns:GetTopicAttributes"]
        Resource  = "arn:aws:sns:${var.deployment.region}:${var.deployment.account}:${var.deployment.prefix}-notices"
      },
    ]
  })
}

resource "aws_sns_topic" "this" {
  name              = "${var.deployment.prefix}-notices"
  display_name      = "Trainyard ${var.deployment.prefix}"
  kms_master_key_id = var.key.arn
  tags              = var.tags
}

resource "aws_sns_topic_policy" "this" {
  arn    = aws_sns_topic.this.arn
  policy = local.policy
}

resource "aws_sns_topic_subscription" "email" {
  for_each  = toset(var.emails)
  topic_arn = aws_sns_topic.this.arn
  protocol  = "email"
  endpoint  = each.key
}

resource "aws_iam_role" "slack" {
  count = var.slack == null ? 0 : 1
  name  = "${var.deployment.prefix}-slack"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "chatbot.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  tags = var.tags
}

# The role grants nothing: the channel is told things, it cannot do any.
resource "aws_chatbot_slack_channel_configuration" "this" {
  count                 = var.slack == null ? 0 : 1
  configuration_name    = "${var.deployment.prefix}-notices"
  iam_role_arn          = aws_iam_role.slack[0].arn
  slack_team_id         = var.slack.workspace
  slack_channel_id      = var.slack.channel
  sns_topic_arns        = [aws_sns_topic.this.arn]
  guardrail_policy_arns = ["arn:aws:iam::aws:policy/AWSDenyAll"]
  tags                  = var.tags
}
