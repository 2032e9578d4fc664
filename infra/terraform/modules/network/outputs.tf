output "subnet_ids" {
  description = "Where functions and SageMaker's instances run."
  value       = values(aws_subnet.this)[*].id
}

output "security_group_id" {
  description = "What functions run as on the network."
  value       = aws_security_group.clients["functions"].id
}

output "instances_security_group_id" {
  description = "What SageMaker's instances run as on the network."
  value       = aws_security_group.clients["instances"].id
}
