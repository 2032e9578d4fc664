output "trainyard" {
  description = "Addresses and names of the deployment."
  value = {
    api                = module.trainyard.api
    bus                = module.trainyard.bus
    bucket             = module.trainyard.bucket
    dashboard          = module.trainyard.dashboard
    trainer_image      = module.trainyard.trainer_image
    trainer_repository = module.trainyard.trainer_repository
    user_pool          = module.trainyard.user_pool
    user_pool_client   = module.trainyard.user_pool_client
  }
}
