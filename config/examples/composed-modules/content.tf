# The content of the domain: the provider of this file writes inside of it.

provider "opensearch" {
  url                 = "https://${module.analytics_domain.domain_endpoint}"
  aws_region          = "eu-central-1"
  aws_assume_role_arn = module.analytics_domain.content_role_arn
  sign_aws_requests   = true
  opensearch_version  = "3.5"
  healthcheck         = false
  sniff               = false
}

module "analytics_content" {
  source = "./modules/analytics-content"

  providers = {
    aws        = aws.analytics
    opensearch = opensearch
  }

  depends_on = [module.analytics_domain, module.contact_center_support]
}
