locals {
  name = "${var.deployment.prefix}-${var.service}"
  arn  = "arn:aws:lambda:${var.deployment.region}:${var.deployment.account}:function:${local.name}"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.log_days
  kms_key_id        = var.key.arn
  tags              = var.tags
}

resource "aws_iam_role" "this" {
  name        = local.name
  description = "What the function of ${var.service} runs as; its policy is what services/${var.service}/service.yaml says"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  tags = var.tags
}

resource "aws_iam_role_policy" "this" {
  name   = "service"
  role   = aws_iam_role.this.id
  policy = local.policy

  lifecycle {
    precondition {
      condition     = length(local.unknown) == 0
      error_message = "${var.service} may call ${join(", ", local.unknown)}, for which modules/lambda-service/resources.tf names no resource: add a line there."
    }
  }
}

resource "aws_lambda_function" "this" {
  function_name                  = local.name
  description                    = "Trainyard: ${var.service}"
  role                           = aws_iam_role.this.arn
  filename                       = var.archive
  source_code_hash               = fileexists(var.archive) ? filebase64sha256(var.archive) : null
  runtime                        = var.package == "native" ? "provided.al2023" : "java21"
  handler                        = var.package == "native" ? "not.used.in.provided.runtime" : "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"
  architectures                  = [var.architecture]
  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = coalesce(var.reserved_concurrency, -1)
  kms_key_arn                    = var.key.arn
  publish                        = true
  tags                           = var.tags

  environment {
    variables = merge(
      var.settings,
      { TRAINYARD_SERVICE = var.service },
      # A native Quarkus executable must leave signals to Lambda's runtime.
      var.package == "native" ? { DISABLE_SIGNAL_HANDLERS = "true" } : { JAVA_TOOL_OPTIONS = "-XX:+TieredCompilation -XX:TieredStopAtLevel=1" },
    )
  }

  # Lambda samples by itself: the first call of a second, and 5 % of the rest.
  tracing_config {
    mode = "Active"
  }

  dynamic "vpc_config" {
    for_each = var.network == null ? [] : [var.network]

    content {
      subnet_ids         = vpc_config.value.subnets
      security_group_ids = [vpc_config.value.security_group]
    }
  }

  # Without its policy the function would fail its first calls, and without its log group Lambda would make one that never forgets.
  depends_on = [aws_iam_role_policy.this, aws_cloudwatch_log_group.this]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "What queues and the API call; an older version can be pointed at by hand"
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each                           = var.queues
  event_source_arn                   = each.value.arn
  function_name                      = aws_lambda_alias.live.arn
  batch_size                         = each.value.batch
  maximum_batching_window_in_seconds = each.value.window
  function_response_types            = ["ReportBatchItemFailures"]
  tags                               = var.tags

  scaling_config {
    maximum_concurrency = var.queue_concurrency
  }
}
