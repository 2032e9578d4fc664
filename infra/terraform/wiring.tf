# Reads every services/*/service.yaml, as infra/wiring does for the account on one machine. Nothing below names a service but the ledger,
# which alone hears replays. A new folder is a new service.
locals {
  prefix       = "ty-${var.env}"
  services_dir = coalesce(var.services_dir, "${path.module}/../../services")

  files = {
    for file in fileset(local.services_dir, "*/service.yaml") :
    dirname(file) => yamldecode(replace(file("${local.services_dir}/${file}"), "$${prefix}", local.prefix))
  }

  services = {
    for name, it in local.files : name => {
      hears  = [for rule in try(it.hears, []) : jsonencode(rule)]
      says   = try(it.says, [])
      reads  = try(it.reads, [])
      may    = try(it.may, [])
      routes = [for route in try(it.routes, []) : split(" for ", route)[0]]
      roles  = { for route in try(it.routes, []) : split(" for ", route)[0] => split(", ", split(" for ", route)[1]) }
      timers = try(it.timers, false)
      drains = try(it.drains, null)
      memory = it.function.memory
      time   = it.function.timeout
      queue  = try({ visibility = it.queue.visibility, receives = it.queue["max-receives"], batch = it.queue.batch, window = try(it.queue.window, 0) }, null)
      tables = {
        for table in try(it.state, []) : try(table.name, table) => [for index in try(table.indexes, []) : {
          name = index.name, partition = index.partition, sort = try(index.sort, null), holds = try(index.holds, null)
        }]
      }
    }
  }

  with_queue  = { for name, it in local.services : name => it if it.queue != null }
  with_routes = { for name, it in local.services : name => it if length(it.routes) > 0 }
}

locals {
  replayed = "ledger"
  open     = "job-requested"

  # On our own bus only our services are believed, from this account, and never a replayed archive; anybody may ask for a job, also
  # the accounts upstream, under any source that does not look like ours. As JSON, since the three have nothing in common.
  believed = {
    default = jsonencode({ source = ["aws.sagemaker"] })
    own     = jsonencode({ source = [{ prefix = "trainyard." }] })
    open    = jsonencode({ "$or" = [{ source = [{ anything-but = { prefix = "trainyard." } }] }, { source = ["trainyard.jobs"] }] })
  }

  heard = merge([
    for name, it in local.services : {
      for n, text in it.hears : "${name}-${n + 1}" => {
        service = name
        text    = text
        from    = can(jsondecode(text).bus) ? "default" : try(join(",", jsondecode(text)["detail-type"]), "") == local.open ? "open" : "own"
      }
    }
  ]...)

  rules = {
    for id, it in local.heard : id => {
      service = it.service
      bus     = it.from == "default" ? "default" : local.prefix
      pattern = jsonencode(merge(
        { for key, value in jsondecode(it.text) : key => value if key != "bus" },
        { account = it.from == "open" ? concat([var.account], var.upstream_accounts) : [var.account] },
        jsondecode(local.believed[it.from]),
        { for key in ["replay-name"] : key => [{ exists = false }] if it.from != "default" && it.service != local.replayed },
      ))
    }
  }

  tables = merge([
    for name, it in local.services : {
      for table, indexes in it.tables : "${name}.${table}" => { name = "${local.prefix}-${name}-${table}", indexes = indexes }
    }
  ]...)

  routes = merge([for name, it in local.with_routes : { for route in it.routes : route => name }]...)
}
