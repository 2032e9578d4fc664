# What moto 5.2's server lacks. The test lays each part over the module that its heading names, in its own copy of the modules; the
# product knows nothing of it. At most eight, and no function, queue, rule, role or table is left out (a test holds this list to both).

# module: bus
# aws_schemas_registry: moto has no EventBridge schema registry at all; its API answers "not yet implemented".
resource "aws_schemas_registry" "this" {
  count = 0
}

# module: bus
# aws_schemas_schema: the same.
resource "aws_schemas_schema" "this" {
  for_each      = {}
  registry_name = ""
}

# module: event-queue
# aws_sqs_queue_redrive_allow_policy: moto does not keep the queue attribute RedriveAllowPolicy, so the provider waits for it in vain.
resource "aws_sqs_queue_redrive_allow_policy" "this" {
  count = 0
}

# module: lambda-service
# aws_lambda_event_source_mapping.function_name: moto answers the version that the alias points at, where AWS answers the alias.
resource "aws_lambda_event_source_mapping" "this" {
  lifecycle {
    ignore_changes = [function_name]
  }
}

# module: event-queue
# aws_sqs_queue.redrive_policy: moto answers the policy with blanks in its JSON, which the provider takes for a change; AWS answers none.
resource "aws_sqs_queue" "this" {
  lifecycle {
    ignore_changes = [redrive_policy]
  }
}
