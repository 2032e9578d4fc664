resource "aws_apigatewayv2_api" "this" {
  name                         = var.deployment.prefix
  description                  = "Jobs, models and dead letters of ${var.deployment.prefix}"
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = false
  tags                         = var.tags

  dynamic "cors_configuration" {
    for_each = length(var.cors_origins) > 0 ? [var.cors_origins] : []

    content {
      allow_origins  = cors_configuration.value
      allow_methods  = ["GET", "POST", "PUT", "DELETE"]
      allow_headers  = ["authorization", "content-type", "idempotency-key"]
      expose_headers = ["retry-after", "x-model-version"]
      max_age        = 3600
    }
  }
}

resource "aws_apigatewayv2_authorizer" "this" {
  api_id           = aws_apigatewayv2_api.this.id
  name             = "users"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.issuer
    audience = var.audience
  }
}

resource "aws_apigatewayv2_integration" "this" {
  for_each               = { for route in var.routes : route.service => route... }
  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "AWS_PROXY"
  integration_uri        = each.value[0].invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = 30000
}

# No route without the authorizer.
resource "aws_apigatewayv2_route" "this" {
  for_each           = var.routes
  api_id             = aws_apigatewayv2_api.this.id
  route_key          = each.key
  target             = "integrations/${aws_apigatewayv2_integration.this[each.value.service].id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.this.id
}

resource "aws_lambda_permission" "this" {
  for_each      = { for route in var.routes : route.service => route... }
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = each.value[0].function
  qualifier     = each.value[0].alias
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.this.execution_arn}/*/*"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/apigateway/${var.deployment.prefix}"
  retention_in_days = var.log_days
  kms_key_id        = var.key.arn
  tags              = var.tags
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = "$default"
  auto_deploy = true
  tags        = var.tags

  default_route_settings {
    throttling_rate_limit    = var.rate.per_second
    throttling_burst_limit   = var.rate.burst
    detailed_metrics_enabled = true
  }

  # Who called what and how it went; never what was in it.
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.this.arn
    format = jsonencode({
      requestId = "$context.requestId"
      time      = "$context.requestTimeEpoch"
      route     = "$context.routeKey"
      status    = "$context.status"
      caller    = "$context.authorizer.claims.sub"
      bytes     = "$context.responseLength"
      latency   = "$context.responseLatency"
      error     = "$context.authorizer.error"
    })
  }
}
