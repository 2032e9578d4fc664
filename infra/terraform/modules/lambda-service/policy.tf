# The service's whole policy: what the keys of service.yaml imply, and `may`. Every statement names its resources.
locals {
  events  = "arn:aws:events:${var.deployment.region}:${var.deployment.account}:event-bus/${var.deployment.prefix}"
  timers  = "${var.deployment.prefix}-timers"
  tables  = [for name in var.grants.tables : "arn:aws:dynamodb:${var.deployment.region}:${var.deployment.account}:table/${name}"]
  reads   = [for name in var.grants.reads : "arn:aws:dynamodb:${var.deployment.region}:${var.deployment.account}:table/${name}"]
  queues  = [for queue in values(var.queues) : "arn:aws:sqs:${var.deployment.region}:${var.deployment.account}:${queue.name}"]
  own     = contains(keys(var.queues), "own") ? "arn:aws:sqs:${var.deployment.region}:${var.deployment.account}:${var.queues["own"].name}" : null
  sending = distinct(concat(local.own == null ? [] : [local.own, "${local.own}-dlq"], [for name in var.grants.feeds : "arn:aws:sqs:${var.deployment.region}:${var.deployment.account}:${name}"]))

  implied = concat(
    [{ Sid = "Log", Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = ["arn:aws:logs:${var.deployment.region}:${var.deployment.account}:log-group:/aws/lambda/${local.name}:*"], Condition = {} }],
    length(var.grants.says) == 0 ? [] : [{
      Sid       = "Say"
      Effect    = "Allow"
      Action    = ["events:PutEvents"]
      Resource  = [local.events]
      Condition = { StringEquals = { "events:source" = "trainyard.${var.service}", "events:detail-type" = var.grants.says } }
    }],
    length(local.queues) == 0 ? [] : [
      { Sid = "Receive", Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], Resource = local.queues, Condition = {} },
      { Sid = "Send", Effect = "Allow", Action = ["sqs:SendMessage"], Resource = local.sending, Condition = {} },
    ],
    # Who drains dead letters asks the functions of their services what they would do; a function has its queue's name.
    length(var.grants.feeds) == 0 ? [] : [{
      Sid       = "Ask"
      Effect    = "Allow"
      Action    = ["lambda:InvokeFunction"]
      Resource  = [for name in var.grants.feeds : "arn:aws:lambda:${var.deployment.region}:${var.deployment.account}:function:${name}"]
      Condition = {}
    }],
    length(local.tables) == 0 ? [] : [{
      Sid       = "Keep"
      Effect    = "Allow"
      Action    = ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"]
      Resource  = flatten([for arn in local.tables : [arn, "${arn}/index/*"]])
      Condition = {}
    }],
    length(local.reads) == 0 ? [] : [{
      Sid       = "Read"
      Effect    = "Allow"
      Action    = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"]
      Resource  = flatten([for arn in local.reads : [arn, "${arn}/index/*"]])
      Condition = {}
    }],
    !var.grants.timers ? [] : [
      {
        Sid       = "Timers"
        Effect    = "Allow"
        Action    = ["scheduler:CreateSchedule", "scheduler:DeleteSchedule"]
        Resource  = ["arn:aws:scheduler:${var.deployment.region}:${var.deployment.account}:schedule/${local.timers}/*"]
        Condition = {}
      },
      {
        Sid       = "TimersRole"
        Effect    = "Allow"
        Action    = ["iam:PassRole"]
        Resource  = ["arn:aws:iam::${var.deployment.account}:role/${local.timers}"]
        Condition = { StringEquals = { "iam:PassedToService" = "scheduler.amazonaws.com" } }
      },
    ],
    !var.key.customer ? [] : [{
      Sid       = "Key"
      Effect    = "Allow"
      Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
      Resource  = [var.key.arn]
      Condition = {}
    }],
  )

  granted = [
    for n, action in var.grants.may : {
      Sid       = "May${n + 1}"
      Effect    = "Allow"
      Action    = [action]
      Resource  = local.resources[action]
      Condition = lookup(local.conditions, action, {})
    } if length(lookup(local.resources, action, [])) > 0
  ]

  # IAM knows no resource for these actions: "*" is the only thing that may stand there. Each is named, and held to a condition
  # where there is one (Service Authorization Reference, one page per service).
  unscoped = concat(
    [{ Sid = "Trace", Effect = "Allow", Action = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource = ["*"], Condition = {} }],
    [for action in var.grants.may : {
      Sid       = "All${replace(title(replace(action, ":", " ")), " ", "")}"
      Effect    = "Allow"
      Action    = [action]
      Resource  = ["*"]
      Condition = { StringEquals = { "aws:RequestedRegion" = var.deployment.region } }
    } if contains(local.without_resource, action)],
    var.network == null ? [] : [{
      Sid       = "Network"
      Effect    = "Allow"
      Action    = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"]
      Resource  = ["*"]
      Condition = {}
    }],
  )

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for it in concat(local.implied, local.granted, local.unscoped) :
      { for key, value in it : key => value if key != "Condition" || length(value) > 0 }
    ]
  })
}
