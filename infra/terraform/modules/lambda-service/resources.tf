# Which resource each action of `may` is for. The nouns of SageMaker's actions are the names of its resources
# (CreateTrainingJob -> training-job), so a new step kind needs no line here.
locals {
  here = "${var.deployment.region}:${var.deployment.account}"

  sagemaker = {
    for action in var.grants.may : action => lower(replace(regex("^sagemaker:(?:Create|Describe|Stop|Delete|Update|Invoke)([A-Za-z]+?)(?:Async|WeightsAndCapacities)?$", action)[0], "/([a-z])([A-Z])/", "$1-$2"))
    if can(regex("^sagemaker:(?:Create|Describe|Stop|Delete|Update|Invoke)[A-Z]", action))
  }

  kinds = distinct(values(local.sagemaker))
  named = { for kind in distinct(concat(local.kinds, ["endpoint-config"])) : kind => "arn:aws:sagemaker:${local.here}:${kind}/${var.deployment.prefix}-*" }

  buckets = concat(["arn:aws:s3:::${var.grants.bucket}"], distinct([for it in var.grants.data : "arn:aws:s3:::${split("/", it)[2]}"]))
  objects = concat(["arn:aws:s3:::${var.grants.bucket}/*"], [for it in var.grants.data : "arn:aws:s3:::${trimprefix(it, "s3://")}*"])

  # Actions for which IAM knows no resource.
  without_resource = [for action in var.grants.may : action if contains([
    "servicequotas:ListServiceQuotas", "servicequotas:ListAWSDefaultServiceQuotas", "servicequotas:GetAWSDefaultServiceQuota",
    "sagemaker:ListTrainingJobs", "sagemaker:ListEndpoints", "sagemaker:ListEndpointConfigs", "sagemaker:ListModels",
    "sagemaker:ListProcessingJobs", "sagemaker:ListTransformJobs", "sagemaker:ListHyperParameterTuningJobs", "cloudwatch:PutMetricData",
  ], action)]

  others = {
    "s3:ListBucket"                 = local.buckets
    "s3:GetObject"                  = local.objects
    "s3:PutObject"                  = ["arn:aws:s3:::${var.grants.bucket}/*"]
    "s3:DeleteObject"               = ["arn:aws:s3:::${var.grants.bucket}/*"]
    "sns:Publish"                   = ["arn:aws:sns:${local.here}:${var.deployment.prefix}-notices"]
    "iam:PassRole"                  = ["arn:aws:iam::${var.deployment.account}:role/${var.deployment.prefix}-sagemaker"]
    "sagemaker:AddTags"             = values(local.named)
    "sagemaker:DeleteTags"          = values(local.named)
    "sagemaker:ListTags"            = values(local.named)
    "lambda:InvokeFunction"         = ["arn:aws:lambda:${local.here}:function:${var.deployment.prefix}-*"]
    "sqs:SendMessage"               = ["arn:aws:sqs:${local.here}:${var.deployment.prefix}-*"]
    "sqs:GetQueueAttributes"        = ["arn:aws:sqs:${local.here}:${var.deployment.prefix}-*"]
    "logs:FilterLogEvents"          = ["arn:aws:logs:${local.here}:log-group:/aws/sagemaker/*"]
    "logs:GetLogEvents"             = ["arn:aws:logs:${local.here}:log-group:/aws/sagemaker/*"]
    "servicequotas:GetServiceQuota" = ["arn:aws:servicequotas:${local.here}:sagemaker/*"]
  }

  resources = {
    for action in var.grants.may : action => (
      # An endpoint is made of its configuration, and IAM asks for both.
      contains(["sagemaker:CreateEndpoint", "sagemaker:UpdateEndpoint"], action) ? [local.named["endpoint"], local.named["endpoint-config"]] :
      contains(keys(local.sagemaker), action) ? [local.named[local.sagemaker[action]]] :
      startswith(action, "dynamodb:") ? flatten([for arn in local.tables : [arn, "${arn}/index/*"]]) :
      startswith(action, "scheduler:") ? ["arn:aws:scheduler:${local.here}:schedule/${local.timers}/*"] :
      lookup(local.others, action, [])
    ) if !contains(local.without_resource, action)
  }

  unknown = [for action, arns in local.resources : action if length(arns) == 0]

  conditions = {
    "iam:PassRole" = { StringEquals = { "iam:PassedToService" = "sagemaker.amazonaws.com" } }
  }
}
