# What each module holds to, whatever it is given.
mock_provider "aws" {}

variables {
  deployment = { prefix = "ty-test", account = "123456789012", region = "eu-west-1" }
}

run "a_log_group_forgets" {
  command = plan

  module {
    source = "./modules/lambda-service"
  }

  variables {
    service           = "sample"
    memory            = 256
    timeout           = 30
    package           = "native"
    archive           = "function.zip"
    architecture      = "arm64"
    settings          = {}
    queues            = { own = { name = "ty-test-sample", arn = "arn:aws:sqs:eu-west-1:123456789012:ty-test-sample", batch = 2 } }
    queue_concurrency = 10
    log_days          = 14
    alarms            = { topic_arn = "arn:aws:sns:eu-west-1:123456789012:ty-test-notices", runbooks = "docs/runbooks" }
    grants            = { says = ["sample-completed"], may = ["sagemaker:CreateHyperParameterTuningJob"], timers = true, tables = ["ty-test-sample-claims"], reads = [], feeds = [], bucket = "bucket", data = [] }
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 14
    error_message = "The log group must have a retention."
  }

  assert {
    condition     = aws_lambda_function.this.runtime == "provided.al2023" && aws_lambda_function.this.reserved_concurrent_executions == -1
    error_message = "A function that reads a queue is native and reserves no concurrency."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.this["own"].scaling_config[0].maximum_concurrency == 10 && contains(aws_lambda_event_source_mapping.this["own"].function_response_types, "ReportBatchItemFailures")
    error_message = "A queue's event source has a maximum concurrency, and takes messages back one by one."
  }

  assert {
    condition     = strcontains(output.policy, "hyper-parameter-tuning-job/ty-test-*")
    error_message = "A step kind that is not there yet gets its own resources."
  }
}

run "an_action_without_a_resource_is_refused" {
  command = plan

  module {
    source = "./modules/lambda-service"
  }

  variables {
    service           = "sample"
    memory            = 256
    timeout           = 30
    package           = "native"
    archive           = "function.zip"
    architecture      = "arm64"
    settings          = {}
    queues            = {}
    queue_concurrency = 10
    alarms            = { topic_arn = "arn:aws:sns:eu-west-1:123456789012:ty-test-notices", runbooks = "docs/runbooks" }
    grants            = { says = [], may = ["ec2:TerminateInstances"], timers = false, tables = [], reads = [], feeds = [], bucket = "bucket", data = [] }
  }

  expect_failures = [aws_iam_role_policy.this]
}

run "a_dead_letter_queue_that_forgets_first_is_refused" {
  command = plan

  module {
    source = "./modules/event-queue"
  }

  variables {
    name                  = "ty-test-sample"
    visibility            = 180
    max_receives          = 5
    retention             = 345600
    dead_letter_retention = 345600
    alarms                = { topic_arn = "arn:aws:sns:eu-west-1:123456789012:ty-test-notices", runbooks = "docs/runbooks" }
  }

  expect_failures = [var.dead_letter_retention]
}

run "a_bucket_is_versioned_encrypted_and_closed" {
  command = plan

  module {
    source = "./modules/artifacts"
  }

  variables {
    bucket = "ty-test-artifacts"
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls, aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls, aws_s3_bucket_public_access_block.this.restrict_public_buckets,
      aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled",
    ])
    error_message = "The bucket must be versioned and closed."
  }
}

run "a_table_is_recoverable_and_forgets_by_expiry" {
  command = plan

  module {
    source = "./modules/state"
  }

  variables {
    name = "ty-test-sample-claims"
  }

  assert {
    condition     = aws_dynamodb_table.this.point_in_time_recovery[0].enabled && aws_dynamodb_table.this.ttl[0].attribute_name == "expiresAt" && aws_dynamodb_table.this.billing_mode == "PAY_PER_REQUEST"
    error_message = "A table is on demand, recoverable, and expires its items."
  }
}

run "only_administrators_create_users" {
  command = plan

  module {
    source = "./modules/identity"
  }

  assert {
    condition     = aws_cognito_user_pool.this.admin_create_user_config[0].allow_admin_create_user_only && aws_cognito_user_pool.this.password_policy[0].minimum_length == 8 && aws_cognito_user_pool.this.password_policy[0].temporary_password_validity_days == 7
    error_message = "A1: administrators create users, passwords have 8 characters, an invitation is valid for 7 days."
  }

  assert {
    condition     = toset(keys(aws_cognito_user_group.this)) == toset(["submit", "infer", "operate"])
    error_message = "The groups are submit, infer and operate."
  }

  assert {
    condition     = contains(aws_cognito_user_pool_client.people.explicit_auth_flows, "ALLOW_ADMIN_USER_PASSWORD_AUTH")
    error_message = "Who administers the pool gets a token with the AWS CLI, which cannot do SRP."
  }
}

run "jobs_in_a_vpc_may_join_its_network_alone" {
  command = plan

  module {
    source = "./modules/sagemaker"
  }

  variables {
    bucket  = "ty-test-artifacts"
    image   = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/ty-test-trainer:1"
    network = { subnets = ["subnet-0a", "subnet-0b"], security_group = "sg-01" }
  }

  assert {
    condition = alltrue([
      for it in jsondecode(output.policy).Statement : toset(it.Resource) == toset([
        "arn:aws:ec2:eu-west-1:123456789012:network-interface/*", "arn:aws:ec2:eu-west-1:123456789012:security-group/sg-01",
        "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-0a", "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-0b",
      ]) if contains(it.Action, "ec2:CreateNetworkInterface")
    ]) && strcontains(output.policy, "ec2:CreateNetworkInterface")
    error_message = "B34: what SageMaker runs as may put interfaces into the deployment's own subnets and group, and nowhere else."
  }
}

run "eventbridge_may_use_the_key_whatever_it_sends_for" {
  command = plan

  module {
    source = "./modules/keys"
  }

  # EventBridge does not name the source account where a target is encrypted (SNS Developer Guide, "Encrypting messages published ... from AWS services").
  assert {
    condition = one([
      for it in jsondecode(aws_kms_key.this.policy).Statement : !can(it.Condition) && contains(it.Action, "kms:GenerateDataKey") if it.Principal == { Service = "events.amazonaws.com" }
    ])
    error_message = "What EventBridge sends to an encrypted queue would be lost."
  }
}

run "instances_of_a_job_reach_one_another_and_aws_alone" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    cidr  = "10.20.0.0/20"
    zones = ["eu-west-1a", "eu-west-1b"]
  }

  assert {
    condition     = alltrue([for rule in values(aws_vpc_security_group_egress_rule.clients) : rule.from_port == 443 && rule.to_port == 443]) && aws_vpc_security_group_ingress_rule.among_instances.cidr_ipv4 == null
    error_message = "B34: an instance is reached by its own group alone, and like a function goes out by TLS."
  }

  assert {
    condition     = alltrue([for group in values(aws_security_group.clients) : can(regex("^[a-zA-Z0-9 ._:/()#,@+=&;{}!$*-]+$", group.description))])
    error_message = "EC2 refuses a description with any other character, an apostrophe too."
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_ingress_rule.endpoints)) == toset(["functions", "instances"])
    error_message = "Functions and instances alike reach AWS by the interface endpoints."
  }
}

run "a_page_may_send_and_read_what_the_api_documents" {
  command = plan

  module {
    source = "./modules/http-api"
  }

  variables {
    routes = {
      "POST /jobs" = { service = "sample", function = "ty-test-sample", alias = "live", invoke_arn = "arn:aws:lambda:eu-west-1:123456789012:function:ty-test-sample:live" }
    }
    issuer       = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_sample"
    audience     = ["client"]
    rate         = { per_second = 10, burst = 20 }
    cors_origins = ["https://example.com"]
  }

  assert {
    condition     = contains(aws_apigatewayv2_api.this.cors_configuration[0].allow_headers, "idempotency-key") && toset(aws_apigatewayv2_api.this.cors_configuration[0].expose_headers) == toset(["retry-after", "x-model-version"])
    error_message = "A browser drops a request with a header that is not allowed, and hides what is not exposed."
  }
}

run "the_dashboard_counts_the_deployments_endpoints" {
  command = plan

  module {
    source = "./modules/dashboard"
  }

  variables {
    events              = ["job-completed"]
    accounts            = ["123456789012"]
    functions           = ["sample"]
    queues              = ["sample"]
    bus                 = "ty-test"
    endpoint_cap        = 5
    endpoint_hour_price = 0.115
  }

  # A quoted value is matched as a whole, and no endpoint is called ty-test- (CloudWatch User Guide, search expression syntax).
  assert {
    condition     = strcontains(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[5].properties.metrics[0][0].expression, "EndpointName=(ty AND test)")
    error_message = "The graph of endpoints would be empty for ever."
  }
}
