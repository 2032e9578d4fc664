locals {
  alarms = {
    "queue-age" = {
      queue     = var.name
      metric    = "ApproximateAgeOfOldestMessage"
      threshold = var.age_alarm
      means     = "A message of ${var.name} has waited for more than ${var.age_alarm} s: its function is stopped, throttled or too slow."
    }
    "dead-letter-depth" = {
      queue     = "${var.name}-dlq"
      metric    = "ApproximateNumberOfMessagesVisible"
      threshold = 0
      means     = "Messages lie in ${var.name}-dlq that nobody took to the desk for dead letters."
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.means} Runbook: ${var.alarms.runbooks}/${each.key}.md"
  namespace           = "AWS/SQS"
  metric_name         = each.value.metric
  dimensions          = { QueueName = each.value.queue }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarms.topic_arn]
  ok_actions          = [var.alarms.topic_arn]
  tags                = var.tags
}
