locals {
  # A queue's iterator age is the age of its oldest message: the alarm of the event-queue module.
  alarms = {
    "function-errors" = {
      metric    = "Errors"
      statistic = "Sum"
      threshold = var.errors_alarm
      means     = "The function of ${var.service} failed as a whole more than ${var.errors_alarm} times in 5 minutes."
    }
    "function-throttles" = {
      metric    = "Throttles"
      statistic = "Sum"
      threshold = 0
      means     = "Lambda refused calls of ${var.service}: the account's concurrency, or what is reserved, is used up."
    }
    "function-duration" = {
      metric    = "Duration"
      statistic = "Maximum"
      threshold = var.timeout * 800
      means     = "A call of ${var.service} took more than 80 % of its ${var.timeout} s."
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${local.name}-${each.key}"
  alarm_description   = "${each.value.means} Runbook: ${var.alarms.runbooks}/${each.key}.md"
  namespace           = "AWS/Lambda"
  metric_name         = each.value.metric
  dimensions          = { FunctionName = local.name }
  statistic           = each.value.statistic
  period              = 300
  evaluation_periods  = 1
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarms.topic_arn]
  ok_actions          = [var.alarms.topic_arn]
  tags                = var.tags
}
