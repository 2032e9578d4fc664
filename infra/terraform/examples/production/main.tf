# A deployment that people depend on: a key of its own, a VPC without a way out, capacity reserved for the API, and data that `destroy` does
# not take along.
module "trainyard" {
  source       = "../.."
  env          = var.env
  account      = var.account
  region       = var.region
  package      = var.package
  architecture = var.architecture
  services_dir = var.services_dir

  protect_data     = true
  customer_key     = true
  log_days         = 365
  archive_days     = 90
  http_concurrency = 20
  endpoint_cap     = 5
  allow_probe      = true

  network = {
    cidr  = "10.20.0.0/20"
    zones = coalesce(var.zones, ["${var.region}a", "${var.region}b", "${var.region}c"])
  }

  notice_emails     = var.notice_emails
  upstream_accounts = var.upstream_accounts
}
