# The smallest deployment: everything that AWS encrypts by itself, no VPC, no reserved concurrency. Idle it costs next to nothing.
module "trainyard" {
  source       = "../.."
  env          = var.env
  account      = var.account
  region       = var.region
  package      = var.package
  architecture = var.architecture
  services_dir = var.services_dir
  protect_data = false
  log_days     = 14
}
