locals {
  region = var.deployment.region
  search = "SEARCH('{\"/aws/sagemaker/Endpoints\",EndpointName,VariantName} MetricName=\"CPUUtilization\" EndpointName=(${replace(var.deployment.prefix, "-", " AND ")})', 'SampleCount', 3600)"

  # What the functions measure of themselves. services/support/measures gives the names; a test there holds these against them.
  measured = {
    HopTime        = { title = "From an event until it is heard: p99, ms", stat = "p99", period = 300 }
    MessageRetries = { title = "Messages that failed and come again", stat = "Sum", period = 300 }
    StepDuration   = { title = "Steps: how long they took, p90, s", stat = "p90", period = 3600 }
    Delay          = { title = "Steps: how long they waited for a next try, p90, s", stat = "p90", period = 3600 }
    StepRetries    = { title = "Steps: attempts after the first", stat = "Sum", period = 3600 }
    JobCost        = { title = "Training of a job at on-demand prices, average, USD", stat = "Average", period = 3600 }
  }

  measures = [for name, it in local.measured : {
    title  = it.title
    stat   = it.stat
    period = it.period
    metrics = [[{
      expression = "SEARCH('{Trainyard,Deployment,Service} MetricName=\"${name}\" Deployment=\"${var.deployment.prefix}\"', '${it.stat}', ${it.period})"
      id         = "measured"
    }]]
  }]

  graphs = [
    {
      title   = "Jobs by what became of them"
      stat    = "Sum"
      period  = 3600
      metrics = [for event in var.events : ["AWS/Events", "TriggeredRules", "EventBusName", var.bus, "RuleName", "${var.deployment.prefix}-count-${event}", { label = event }]]
    },
    {
      title   = "Waiting: age of the oldest message, s"
      stat    = "Maximum"
      period  = 60
      metrics = [for name in var.queues : ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "${var.deployment.prefix}-${name}", { label = name }]]
    },
    {
      title   = "Dead letters on their way to the desk"
      stat    = "Maximum"
      period  = 60
      metrics = [for name in var.queues : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "${var.deployment.prefix}-${name}-dlq", { label = name }]]
    },
    {
      title   = "Functions: failed calls"
      stat    = "Sum"
      period  = 300
      metrics = [for name in var.functions : ["AWS/Lambda", "Errors", "FunctionName", "${var.deployment.prefix}-${name}", { label = name }]]
    },
    {
      title   = "Functions: duration p99, ms"
      stat    = "p99"
      period  = 300
      metrics = [for name in var.functions : ["AWS/Lambda", "Duration", "FunctionName", "${var.deployment.prefix}-${name}", { label = name }]]
    },
    {
      # A running instance reports its CPU once a minute: 60 samples are one instance-hour.
      title  = "Endpoints: instances running (cap ${var.endpoint_cap}), and USD per hour at ${var.endpoint_hour_price} each"
      stat   = "SampleCount"
      period = 3600
      metrics = [
        [{ expression = local.search, id = "samples", visible = false }],
        [{ expression = "SUM(samples) / 60", id = "instances", label = "instances" }],
        [{ expression = "SUM(samples) / 60 * ${var.endpoint_hour_price}", id = "cost", label = "USD per hour", yAxis = "right" }],
      ]
    },
  ]
}

# Rules without a target: EventBridge counts what they match, and that is the graph of jobs.
resource "aws_cloudwatch_event_rule" "count" {
  for_each       = toset(var.events)
  name           = "${var.deployment.prefix}-count-${each.key}"
  description    = "Counts ${each.key} for the dashboard"
  event_bus_name = var.bus
  event_pattern  = jsonencode({ account = var.accounts, detail-type = [each.key], replay-name = [{ exists = false }] })
  tags           = var.tags
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.deployment.prefix
  dashboard_body = jsonencode({
    widgets = [for n, graph in concat(local.graphs, local.measures) : {
      type   = "metric"
      x      = n % 2 * 12
      y      = floor(n / 2) * 6
      width  = 12
      height = 6
      properties = {
        title   = graph.title
        region  = local.region
        view    = "timeSeries"
        stacked = false
        stat    = graph.stat
        period  = graph.period
        metrics = graph.metrics
      }
    }]
  })
}
