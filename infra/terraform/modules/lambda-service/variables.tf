variable "service" {
  type        = string
  description = "The service's name, which is its folder's."

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 24
    error_message = "service must be a-z, 0-9 and -, at most 24, because it is part of names on AWS."
  }
}

variable "memory" {
  type        = number
  description = "Megabytes of memory."

  validation {
    condition     = var.memory >= 128 && var.memory <= 10240
    error_message = "memory must be from 128 to 10240 MB, as Lambda takes it."
  }
}

variable "timeout" {
  type        = number
  description = "Seconds that one call may take."

  validation {
    condition     = var.timeout >= 1 && var.timeout <= 900
    error_message = "timeout must be from 1 to 900 s, as Lambda takes it."
  }
}

variable "package" {
  type        = string
  description = "native or jvm."
}

variable "archive" {
  type        = string
  description = "The path of function.zip, which the build makes."
}

variable "architecture" {
  type        = string
  description = "arm64 or x86_64."
}

variable "settings" {
  type        = map(string)
  description = "The TRAINYARD_* settings in the function's environment."
}

variable "grants" {
  type = object({
    says   = list(string)
    may    = list(string)
    timers = bool
    tables = list(string)
    reads  = list(string)
    feeds  = list(string)
    bucket = string
    data   = list(string)
  })
  description = "What the policy is made of: events said, further IAM actions, whether it sets timers, its tables, tables it reads, queues it may send to, the artifacts bucket and S3 locations beside it."
}

variable "queues" {
  type        = map(object({ name = string, arn = string, batch = number, window = optional(number, 0) }))
  description = "The queues that feed the function: `own` for its own, others by their names. The first message of a batch waits `window` seconds for others."
}

variable "queue_concurrency" {
  type        = number
  description = "How many copies of the function read one queue at most."
}

variable "reserved_concurrency" {
  type        = number
  default     = null
  description = "Concurrency reserved for the function; only for those that answer over HTTP."
}

variable "network" {
  type        = object({ subnets = list(string), security_group = string })
  default     = null
  description = "Where the function runs inside a VPC; null for outside of any."
}

variable "errors_alarm" {
  type        = number
  default     = 3
  description = "How many failed calls in 5 minutes are not alarming yet."
}

variable "deployment" {
  type        = object({ prefix = string, account = string, region = string })
  description = "The names' prefix (ty-<env>), the account's 12 digits and the region."

  validation {
    condition     = can(regex("^ty-[a-z][a-z0-9]{0,6}$", var.deployment.prefix))
    error_message = "deployment.prefix must be ty- and an env of 1 to 7 small letters or digits."
  }
}

variable "key" {
  type        = object({ customer = bool, arn = string })
  default     = { customer = false, arn = null }
  description = "The KMS key of the deployment's own, where there is one; otherwise AWS's own encryption."
}

variable "alarms" {
  type        = object({ topic_arn = string, runbooks = string })
  description = "The topic that alarms go to, and where the runbooks lie that they name."
}

variable "log_days" {
  type        = number
  default     = 30
  description = "How many days the log group keeps what is written."

  validation {
    condition     = var.log_days >= 1
    error_message = "log_days must be at least 1: a log group without retention keeps everything for ever."
  }
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Tags on every resource."
}
