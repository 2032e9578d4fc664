output "arn" {
  description = "The function's ARN."
  value       = aws_lambda_function.this.arn
}

output "alias" {
  description = "The name of the alias that queues and the API call."
  value       = aws_lambda_alias.live.name
}

output "invoke_arn" {
  description = "What API Gateway calls."
  value       = aws_lambda_alias.live.invoke_arn
}

output "policy" {
  description = "What the service may do."
  value       = local.policy
}

output "alarms" {
  description = "The alarms' descriptions by name."
  value       = { for it in values(aws_cloudwatch_metric_alarm.this) : it.alarm_name => it.alarm_description }
}
