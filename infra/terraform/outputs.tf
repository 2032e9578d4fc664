output "api" {
  description = "The address of the HTTP API: jobs, models and dead letters."
  value       = module.http_api.address
}

output "bus" {
  description = "The bus on which upstream systems say job-requested."
  value       = module.bus.name
}

output "bucket" {
  description = "Where data sets go and artifacts come from."
  value       = local.bucket
}

output "trainer_image" {
  description = "The image that has to be pushed before the first training."
  value       = local.image
}

output "trainer_repository" {
  description = "The ECR repository of the deployment."
  value       = module.sagemaker.repository_url
}

output "user_pool" {
  description = "The Cognito user pool whose users call the API."
  value       = module.identity.pool_id
}

output "user_pool_client" {
  description = "The client under which people sign in."
  value       = module.identity.client_id
}

output "dashboard" {
  description = "The dashboard's page."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${module.dashboard.name}"
}

output "services" {
  description = "Every service that was found, with what it hears, as EventBridge gets it."
  value       = { for name in keys(local.services) : name => [for rule, it in local.rules : it.pattern if it.service == name] }
}

output "policies" {
  description = "Every service's whole policy."
  value       = { for name, it in module.service : name => it.policy }
}

output "queues" {
  description = "Every queue's retention and that of its dead-letter queue, in seconds, and who may send to it."
  value       = { for name, it in module.queue : name => { retention = it.retention, dead_letter_retention = it.dead_letter_retention, policy = it.policy } }
}

output "alarms" {
  description = "Every alarm with its description, which names its runbook."
  value       = merge(concat([for it in values(module.service) : it.alarms], [for it in values(module.queue) : it.alarms])...)
}
