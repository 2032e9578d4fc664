output "address" {
  description = "The API's address."
  value       = aws_apigatewayv2_stage.this.invoke_url
}
