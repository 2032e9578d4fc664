# What a deployment cannot be, each refused with a sentence before anything is made.
mock_provider "aws" {}

variables {
  env     = "test"
  account = "123456789012"
  region  = "eu-west-1"
}

run "an_env_that_is_too_long" {
  command = plan

  variables {
    env = "production"
  }

  expect_failures = [var.env]
}

run "an_account_that_is_no_account" {
  command = plan

  variables {
    account = "12345"
  }

  expect_failures = [var.account]
}

run "an_unknown_region" {
  command = plan

  variables {
    region = "eu-nowhere-1"
  }

  expect_failures = [var.region]
}

run "a_quota_of_no_jobs" {
  command = plan

  variables {
    jobs_quota = 0
  }

  expect_failures = [var.jobs_quota]
}

run "a_cap_of_zero" {
  command = plan

  variables {
    endpoint_cap = 0
  }

  expect_failures = [var.endpoint_cap]
}

run "a_queue_concurrency_that_sqs_does_not_take" {
  command = plan

  variables {
    queue_concurrency = 1
  }

  expect_failures = [var.queue_concurrency]
}

run "an_api_that_is_switched_off" {
  command = plan

  variables {
    http_concurrency = 0
  }

  expect_failures = [var.http_concurrency]
}

run "overlapping_data_locations" {
  command = plan

  variables {
    data_locations = ["s3://data/", "s3://data/ml/"]
  }

  expect_failures = [var.data_locations]
}

run "a_data_location_with_a_wildcard" {
  command = plan

  variables {
    data_locations = ["s3://data/*/"]
  }

  expect_failures = [var.data_locations]
}

run "a_trainer_image_without_a_tag" {
  command = plan

  variables {
    trainer_image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainer"
  }

  expect_failures = [var.trainer_image]
}

run "a_missing_trainer_tag" {
  command = plan

  variables {
    trainer_tag = ""
  }

  expect_failures = [var.trainer_tag]
}

run "a_retention_that_cloudwatch_does_not_know" {
  command = plan

  variables {
    log_days = 31
  }

  expect_failures = [var.log_days]
}

run "any_page_in_a_browser" {
  command = plan

  variables {
    cors_origins = ["*"]
  }

  expect_failures = [var.cors_origins]
}

run "a_setting_that_is_none" {
  command = plan

  variables {
    settings = { "PATH" = "/tmp" }
  }

  expect_failures = [var.settings]
}

run "an_upstream_account_that_is_no_account" {
  command = plan

  variables {
    upstream_accounts = ["somebody"]
  }

  expect_failures = [var.upstream_accounts]
}

run "a_network_in_one_zone" {
  command = plan

  variables {
    network = { cidr = "10.0.0.0/16", zones = ["eu-west-1a"] }
  }

  expect_failures = [var.network]
}

run "an_archive_for_ever" {
  command = plan

  variables {
    archive_days = 0
  }

  expect_failures = [var.archive_days]
}
