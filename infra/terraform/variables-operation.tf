variable "log_days" {
  type        = number
  default     = 30
  description = "How long log groups keep what functions and the API write, in days."

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_days)
    error_message = "log_days must be a number of days that CloudWatch Logs knows: 7, 14, 30, 90, 365 ..."
  }
}

variable "archive_days" {
  type        = number
  default     = 30
  description = "How long the bus keeps events for a replay, which only the ledger hears."

  validation {
    condition     = var.archive_days >= 1 && var.archive_days <= 3650
    error_message = "archive_days must be from 1 to 3650; an archive for ever is not what a replay needs."
  }
}

variable "runbooks" {
  type        = string
  default     = "docs/runbooks"
  description = "Where the runbooks lie: a folder of the checkout, or an https address. Alarms and notices name the page below it."

  validation {
    condition     = can(regex("^(https://[^ ]+[^/ ]|[A-Za-z0-9._/-]+[^/])$", var.runbooks))
    error_message = "runbooks must be an https address or a folder, without a slash at the end."
  }
}

variable "notice_emails" {
  type        = list(string)
  default     = []
  description = "Who gets notices and alarms by e-mail; each has to confirm once."

  validation {
    condition     = alltrue([for it in var.notice_emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", it))])
    error_message = "notice_emails holds something that is no e-mail address."
  }
}

variable "notice_slack" {
  type        = object({ workspace = string, channel = string })
  default     = null
  description = "The Slack workspace (authorised in Amazon Q Developer once, by hand) and channel that get notices and alarms."

  validation {
    condition     = var.notice_slack == null ? true : can(regex("^T[A-Z0-9]+$", var.notice_slack.workspace)) && can(regex("^[CG][A-Z0-9]+$", var.notice_slack.channel))
    error_message = "notice_slack needs Slack's own ids: a workspace such as T07EA123LEP and a channel such as C07EZ1ABC23."
  }
}

variable "upstream_accounts" {
  type        = list(string)
  default     = []
  description = "Other AWS accounts that may say `job-requested` on the bus, and nothing else."

  validation {
    condition     = alltrue([for it in var.upstream_accounts : can(regex("^[0-9]{12}$", it))]) && length(distinct(var.upstream_accounts)) == length(var.upstream_accounts)
    error_message = "upstream_accounts must be account numbers of 12 digits, each once."
  }
}

variable "cors_origins" {
  type        = list(string)
  default     = []
  description = "Web pages that may call the API from a browser, such as https://ml.example.com."

  validation {
    condition     = alltrue([for it in var.cors_origins : can(regex("^https://[a-z0-9.-]+(:[0-9]+)?$", it))])
    error_message = "cors_origins must each be an https origin without a path; `*` would let any page in."
  }
}

variable "http_rate" {
  type        = object({ per_second = number, burst = number })
  default     = { per_second = 50, burst = 100 }
  description = "How many requests the API takes, over all callers."

  validation {
    condition     = var.http_rate.per_second >= 1 && var.http_rate.burst >= var.http_rate.per_second
    error_message = "http_rate.per_second must be at least 1, and burst at least as many: 0 would switch the API off."
  }
}

variable "customer_key" {
  type        = bool
  default     = false
  description = "Whether queues, tables, buckets, logs and topic are encrypted with a KMS key of the deployment's own, instead of AWS's."
}

variable "network" {
  type        = object({ cidr = string, zones = list(string) })
  default     = null
  description = "A VPC without a way to the internet for the functions and for SageMaker's instances (B34): its address range and two or more availability zones; null for none."

  validation {
    condition     = var.network == null ? true : can(cidrsubnet(var.network.cidr, 4, 15)) && length(var.network.zones) >= 2 && length(distinct(var.network.zones)) == length(var.network.zones)
    error_message = "network needs an address range such as 10.20.0.0/20 and at least two different availability zones."
  }
}
