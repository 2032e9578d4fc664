output "arn" {
  description = "The table's ARN."
  value       = aws_dynamodb_table.this.arn
}
