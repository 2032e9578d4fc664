# What holds for every deployment, planned over all service.yaml files of this checkout with a provider that is not there.
mock_provider "aws" {}

variables {
  env     = "test"
  account = "123456789012"
  region  = "eu-west-1"
}

run "every_queue_has_a_dead_letter_queue_that_keeps_longer" {
  command = plan

  assert {
    condition     = length(output.queues) > 0 && alltrue([for it in values(output.queues) : it.dead_letter_retention > it.retention])
    error_message = "A queue's dead-letter queue must keep messages longer than the queue: SQS counts from the first sending."
  }

  assert {
    condition     = alltrue([for it in values(output.queues) : it.dead_letter_retention == 1209600])
    error_message = "A dead letter waits for a person for 14 days, the most that SQS keeps."
  }
}

run "every_alarm_names_its_runbook" {
  command = plan

  assert {
    condition     = length(output.alarms) >= 3 * length(output.services) && alltrue([for text in values(output.alarms) : can(regex("Runbook: docs/runbooks/[a-z-]+\\.md$", text))])
    error_message = "Every alarm must say what it means and name its runbook."
  }
}

run "no_service_has_a_wildcard" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for text in values(output.policies) : [for it in jsondecode(text).Statement : [for action in flatten([it.Action]) : !strcontains(action, "*")]]
    ]))
    error_message = "No service's policy may hold an action with a wildcard."
  }

  # IAM knows no resource for what follows; nothing else may be allowed on "*".
  assert {
    condition = alltrue(flatten([
      for text in values(output.policies) : [
        for it in jsondecode(text).Statement : !contains(flatten([it.Resource]), "*") || alltrue([
          for action in flatten([it.Action]) : contains(["xray:PutTraceSegments", "xray:PutTelemetryRecords", "cloudwatch:PutMetricData"], action)
          || startswith(action, "servicequotas:List") || startswith(action, "sagemaker:List")
        ])
      ]
    ]))
    error_message = "No service's policy may hold the resource * but for actions that IAM knows no resource for."
  }

  assert {
    condition = alltrue(flatten([
      for text in values(output.policies) : [for it in jsondecode(text).Statement : [for arn in flatten([it.Resource]) : arn == "*" || strcontains(arn, "ty-test") || strcontains(arn, "/aws/sagemaker/") || strcontains(arn, ":sagemaker/")]]
    ]))
    error_message = "Every resource in a service's policy must carry the deployment's prefix."
  }
}

run "a_service_says_events_only_under_its_own_source" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for name, text in output.policies : [
        for it in jsondecode(text).Statement : try(it.Condition.StringEquals["events:source"], "") == "trainyard.${name}" && length(it.Condition.StringEquals["events:detail-type"]) > 0
        if contains(flatten([it.Action]), "events:PutEvents")
      ]
    ]))
    error_message = "PutEvents must be held to the service's own source and to the events in its `says`."
  }
}

run "a_role_is_passed_to_one_service_only" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for text in values(output.policies) : [
        for it in jsondecode(text).Statement : contains(["sagemaker.amazonaws.com", "scheduler.amazonaws.com"], it.Condition.StringEquals["iam:PassedToService"])
        && !strcontains(join(",", flatten([it.Resource])), "*")
        if contains(flatten([it.Action]), "iam:PassRole")
      ]
    ]))
    error_message = "iam:PassRole must name one role and the service that it is passed to."
  }
}

run "nothing_is_public" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for queue in values(output.queues) : [for it in jsondecode(queue.policy).Statement : it.Effect == "Deny" || it.Principal != "*"]
    ]))
    error_message = "A queue's policy lets everybody in."
  }

  assert {
    condition = alltrue(flatten([
      for queue in values(output.queues) : [for it in jsondecode(queue.policy).Statement : length(it.Condition.ArnEquals["aws:SourceArn"]) > 0 if it.Effect == "Allow"]
    ]))
    error_message = "A queue's policy must name the rules that may send."
  }

  assert {
    condition     = alltrue([for it in jsondecode(module.notices.policy).Statement : it.Principal != "*"]) && alltrue([for it in jsondecode(module.artifacts.policy).Statement : it.Effect == "Deny"])
    error_message = "The topic or the bucket lets everybody in."
  }

  assert {
    condition     = length(jsondecode(module.bus.policy).Statement) == 0
    error_message = "Without upstream accounts nobody outside may say anything."
  }
}

run "upstream_accounts_may_only_ask_for_jobs" {
  command = plan

  variables {
    upstream_accounts = ["210987654321"]
  }

  assert {
    condition = alltrue([
      for it in jsondecode(module.bus.policy).Statement :
      it.Condition.StringEquals["events:detail-type"] == "job-requested" && contains(it.Condition.StringNotLike["events:source"], "trainyard.*")
    ])
    error_message = "Another account may say job-requested, and never under a source of ours."
  }

  # An event's account is its sender's: a rule for our own would let the request in and hear nothing.
  assert {
    condition = alltrue(flatten([
      for patterns in output.services : [
        for text in patterns : contains(jsondecode(text).account, "210987654321") == (try(join(",", jsondecode(text)["detail-type"]), "") == "job-requested")
      ]
    ])) && strcontains(jsonencode(output.services), "210987654321")
    error_message = "What another account asks for has to be heard, and nothing else of it."
  }
}

run "only_the_ledger_hears_replays" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for name, patterns in output.services : [
        for text in patterns : can(jsondecode(text)["replay-name"]) != (name == "ledger") if !strcontains(text, "aws.sagemaker")
      ]
    ]))
    error_message = "A replay must reach the ledger and nobody else."
  }
}
