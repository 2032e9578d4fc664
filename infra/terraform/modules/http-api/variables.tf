variable "routes" {
  type        = map(object({ service = string, function = string, alias = string, invoke_arn = string }))
  description = "Every route as API Gateway writes it (GET /jobs/{id}), and the function that answers it."

  validation {
    condition     = alltrue([for route in keys(var.routes) : can(regex("^(GET|POST|PUT|PATCH|DELETE|ANY) /", route))])
    error_message = "routes holds a key that is no method and path: write `GET /jobs/{id}`."
  }
}

variable "issuer" {
  type        = string
  description = "Who signs the tokens."
}

variable "audience" {
  type        = list(string)
  description = "The clients for which tokens must be made."
}

variable "cors_origins" {
  type        = list(string)
  default     = []
  description = "Web pages that may call from a browser."

  validation {
    condition     = !contains(var.cors_origins, "*")
    error_message = "cors_origins must name pages: `*` would let any page in."
  }
}

variable "rate" {
  type        = object({ per_second = number, burst = number })
  description = "Requests that the API takes, over all callers."

  validation {
    condition     = var.rate.per_second >= 1 && var.rate.burst >= 1
    error_message = "rate must be at least 1 per second: 0 would switch the API off."
  }
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
