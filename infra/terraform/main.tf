locals {
  bucket = coalesce(var.artifacts_bucket, "${local.prefix}-artifacts-${var.account}-${var.region}")
  image  = coalesce(var.trainer_image, "${var.account}.dkr.ecr.${var.region}.amazonaws.com/${local.prefix}-trainer:${var.trainer_tag}")
  key    = { customer = var.customer_key, arn = one(module.keys[*].arn) }
  tags   = { "trainyard:env" = var.env }

  deployment = { prefix = local.prefix, account = var.account, region = var.region }
  alarms     = { topic_arn = module.notices.topic_arn, runbooks = var.runbooks }

  instances = var.network == null ? null : { subnets = module.network[0].subnet_ids, security_group = module.network[0].instances_security_group_id }

  settings = merge({
    TRAINYARD_ENV              = var.env
    TRAINYARD_ACCOUNT          = var.account
    TRAINYARD_REGION           = var.region
    TRAINYARD_BUCKET           = local.bucket
    TRAINYARD_JOBS_QUOTA       = tostring(var.jobs_quota)
    TRAINYARD_ENDPOINTS_CAP    = tostring(var.endpoint_cap)
    TRAINYARD_ENDPOINTS_SURGE  = tostring(var.endpoint_surge)
    TRAINYARD_NOTICES_RUNBOOKS = var.runbooks
    TRAINYARD_REQUESTS_LIMITS = jsonencode({
      images = { "trainyard/trainer" = { uri = local.image } }
      # What jobs write lies below jobs/: named by no request, so that nobody reads another's model through a job.
      locations = concat([for folder in ["datasets", "artifacts"] : "s3://${local.bucket}/${folder}/"], var.data_locations)
      probe     = var.allow_probe
    })
    }, local.instances == null ? {} : {
    TRAINYARD_VPC_SUBNETS         = join(",", local.instances.subnets)
    TRAINYARD_VPC_SECURITY_GROUPS = local.instances.security_group
  }, local.key.customer ? { TRAINYARD_KEY = local.key.arn } : {}, var.settings)
}

module "keys" {
  source     = "./modules/keys"
  count      = var.customer_key ? 1 : 0
  deployment = local.deployment
  tags       = local.tags
}

module "notices" {
  source     = "./modules/notices"
  deployment = local.deployment
  key        = local.key
  emails     = var.notice_emails
  slack      = var.notice_slack
  tags       = local.tags
}

module "bus" {
  source            = "./modules/bus"
  deployment        = local.deployment
  upstream_accounts = var.upstream_accounts
  archive_days      = var.archive_days
  key               = local.key
  schemas_dir       = "${path.module}/../../events/src/main/resources/schemas"
  tags              = local.tags
}

module "artifacts" {
  source       = "./modules/artifacts"
  bucket       = local.bucket
  key          = local.key
  days         = var.artifacts_days
  protect      = var.protect_data
  cors_origins = var.cors_origins
  tags         = local.tags
}

module "sagemaker" {
  source         = "./modules/sagemaker"
  deployment     = local.deployment
  bucket         = local.bucket
  data_locations = var.data_locations
  image          = local.image
  network        = local.instances
  key            = local.key
  protect        = var.protect_data
  tags           = local.tags
}

module "timers" {
  source     = "./modules/timers"
  deployment = local.deployment
  queues     = sort([for name, it in local.with_queue : "${local.prefix}-${name}" if it.timers])
  key        = local.key
  tags       = local.tags
}

module "identity" {
  source     = "./modules/identity"
  deployment = local.deployment
  protect    = var.protect_data
  tags       = local.tags
}

module "network" {
  source     = "./modules/network"
  count      = var.network == null ? 0 : 1
  deployment = local.deployment
  cidr       = var.network.cidr
  zones      = var.network.zones
  tags       = local.tags
}

module "dashboard" {
  source              = "./modules/dashboard"
  deployment          = local.deployment
  events              = distinct(sort(concat([local.open], [for said in flatten([for it in values(local.services) : it.says]) : said if startswith(said, "job-")])))
  accounts            = concat([var.account], var.upstream_accounts)
  functions           = sort(keys(local.services))
  queues              = sort(keys(local.with_queue))
  endpoint_cap        = var.endpoint_cap
  endpoint_hour_price = var.endpoint_hour_price
  bus                 = module.bus.name
  tags                = local.tags
}
