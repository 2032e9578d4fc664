variable "env" {
  type        = string
  description = "The deployment's short name; every resource is called ty-<env>-..., so it is at most 7 small letters and digits."

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{0,6}$", var.env))
    error_message = "env must be 1 to 7 small letters or digits and start with a letter, because every name carries it: dev, prod, team1."
  }
}

variable "account" {
  type        = string
  description = "The 12 digits of the AWS account; the provider refuses to touch any other."

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "account must be 12 digits; `aws sts get-caller-identity --query Account` prints them."
  }
}

variable "region" {
  type        = string
  description = "The AWS region. SageMaker and EventBridge Scheduler must exist there, and the partition must be aws."

  validation {
    condition = contains([
      "af-south-1", "ap-east-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
      "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ca-central-1", "eu-central-1", "eu-central-2",
      "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1",
      "me-south-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ], var.region)
    error_message = "region is not one that has SageMaker and EventBridge Scheduler in the partition aws: write one such as eu-west-1."
  }
}

variable "services_dir" {
  type        = string
  default     = null
  description = "The folder whose sub-folders hold a service.yaml each; by default the services of this checkout."
}

variable "package" {
  type        = string
  default     = "native"
  description = "What runs in the functions: `native` executables on provided.al2023, or `jvm` packages on java21."

  validation {
    condition     = contains(["native", "jvm"], var.package)
    error_message = "package must be native (executables built with -Dnative) or jvm (function.zip of a plain build)."
  }
}

variable "architecture" {
  type        = string
  default     = "arm64"
  description = "The functions' processor. A native executable runs only on the one that it was built for."

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "architecture must be arm64 or x86_64."
  }
}

variable "queue_concurrency" {
  type        = number
  default     = 10
  description = "How many copies of one function read its queue at most. Set on the event source: reserved concurrency would burn receives."

  validation {
    condition     = var.queue_concurrency >= 2 && var.queue_concurrency <= 1000 && floor(var.queue_concurrency) == var.queue_concurrency
    error_message = "queue_concurrency must be a whole number from 2 to 1000, which is what SQS event sources take."
  }
}

variable "http_concurrency" {
  type        = number
  default     = null
  description = "Concurrency reserved for each HTTP function, taken from the account's; null reserves none."

  validation {
    condition     = var.http_concurrency == null ? true : var.http_concurrency >= 1 && floor(var.http_concurrency) == var.http_concurrency
    error_message = "http_concurrency must be a whole number of at least 1 (0 would switch the API off), or null."
  }
}

variable "jobs_quota" {
  type        = number
  default     = 1000
  description = "How many jobs one caller may ask for over HTTP within an hour; the next is answered 429 with the time of the next try."

  validation {
    condition     = var.jobs_quota >= 1 && floor(var.jobs_quota) == var.jobs_quota
    error_message = "jobs_quota must be a whole number of at least 1: with 0 nobody could ask for a job."
  }
}

variable "endpoint_cap" {
  type        = number
  default     = 5
  description = "How many endpoints may be ready at once; the oldest of ours makes room (A16)."

  validation {
    condition     = var.endpoint_cap >= 1 && floor(var.endpoint_cap) == var.endpoint_cap
    error_message = "endpoint_cap must be a whole number of at least 1: with a cap of 0 no model could ever serve."
  }
}

variable "endpoint_surge" {
  type        = number
  default     = 1
  description = "How many more endpoints may exist while one replaces another; 0 where the account's quota equals the cap."

  validation {
    condition     = var.endpoint_surge >= 0 && floor(var.endpoint_surge) == var.endpoint_surge
    error_message = "endpoint_surge must be a whole number of at least 0."
  }
}

variable "endpoint_hour_price" {
  type        = number
  default     = 0.115
  description = "USD per hour of one hosting instance, for the dashboard's cost graph. The default is ml.m5.large in us-east-1, 2025-11."

  validation {
    condition     = var.endpoint_hour_price >= 0
    error_message = "endpoint_hour_price must not be negative."
  }
}

variable "settings" {
  type        = map(string)
  default     = {}
  description = "Further TRAINYARD_* settings that every function gets, such as TRAINYARD_FIRST_CHECK = \"PT5M\"."

  validation {
    condition     = alltrue([for name in keys(var.settings) : can(regex("^TRAINYARD_[A-Z][A-Z0-9_]*$", name))])
    error_message = "settings holds names that are no settings of the services: each begins with TRAINYARD_, in capitals."
  }
}
