module "state" {
  source   = "./modules/state"
  for_each = local.tables
  name     = each.value.name
  indexes  = each.value.indexes
  key      = local.key
  protect  = var.protect_data
  tags     = local.tags
}

module "queue" {
  source       = "./modules/event-queue"
  for_each     = local.with_queue
  name         = "${local.prefix}-${each.key}"
  visibility   = each.value.queue.visibility
  max_receives = each.value.queue.receives
  deployment   = local.deployment
  rules        = [for name, rule in local.rules : { bus = rule.bus, name = "${local.prefix}-${name}" } if rule.service == each.key]
  key          = local.key
  alarms       = local.alarms
  tags         = local.tags
}

module "rule" {
  source                = "./modules/event-rule"
  for_each              = local.rules
  name                  = "${local.prefix}-${each.key}"
  bus                   = each.value.bus == local.prefix ? module.bus.name : each.value.bus
  pattern               = each.value.pattern
  target_arn            = module.queue[each.value.service].arn
  dead_letter_queue_arn = module.queue[each.value.service].dead_letter_arn
  tags                  = local.tags
}

module "service" {
  source       = "./modules/lambda-service"
  for_each     = local.services
  service      = each.key
  deployment   = local.deployment
  memory       = each.value.memory
  timeout      = each.value.time
  package      = var.package
  archive      = "${local.services_dir}/${each.key}/target/function.zip"
  architecture = var.architecture

  settings = merge(
    local.settings,
    each.value.queue == null ? {} : { TRAINYARD_MAX_RECEIVES = tostring(each.value.queue.receives) },
    # API Gateway checks whose a token is, and the function whether its groups may call the route.
    length(each.value.routes) == 0 ? {} : { TRAINYARD_ROLES = jsonencode(each.value.roles) },
  )

  grants = {
    says   = each.value.says
    may    = each.value.may
    timers = each.value.timers
    tables = [for table in sort(keys(each.value.tables)) : "${local.prefix}-${each.key}-${table}"]
    reads  = [for table in each.value.reads : local.tables[table].name]
    feeds  = each.value.drains == null ? [] : [for name in sort(keys(local.with_queue)) : "${local.prefix}-${name}"]
    bucket = local.bucket
    data   = var.data_locations
  }

  queues = merge(
    each.value.queue == null ? {} : { own = { name = "${local.prefix}-${each.key}", arn = module.queue[each.key].arn, batch = each.value.queue.batch, window = each.value.queue.window } },
    # The desk for dead letters reads every dead-letter queue, its own too.
    each.value.drains == null ? {} : {
      for name in keys(local.with_queue) : "${name}-dlq" => { name = "${local.prefix}-${name}-dlq", arn = module.queue[name].dead_letter_arn, batch = 10, window = 0 }
    },
  )

  queue_concurrency    = var.queue_concurrency
  reserved_concurrency = length(each.value.routes) > 0 && each.value.queue == null ? var.http_concurrency : null
  network              = var.network == null ? null : { subnets = module.network[0].subnet_ids, security_group = module.network[0].security_group_id }
  log_days             = var.log_days
  key                  = local.key
  alarms               = local.alarms
  tags                 = local.tags
}

module "http_api" {
  source       = "./modules/http-api"
  deployment   = local.deployment
  routes       = { for route, service in local.routes : route => { service = service, function = "${local.prefix}-${service}", invoke_arn = module.service[service].invoke_arn, alias = module.service[service].alias } }
  issuer       = module.identity.issuer
  audience     = module.identity.audience
  cors_origins = var.cors_origins
  rate         = var.http_rate
  log_days     = var.log_days
  key          = local.key
  tags         = local.tags
}
