locals {
  name = var.deployment.prefix

  # Everything that the functions call, without a way to the internet.
  interfaces = ["events", "lambda", "logs", "monitoring", "sagemaker.api", "sagemaker.runtime", "scheduler", "servicequotas", "sns", "sqs", "sts", "xray"]
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = merge(var.tags, { Name = local.name })
}

resource "aws_subnet" "this" {
  for_each                = { for n, zone in var.zones : zone => n }
  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = cidrsubnet(var.cidr, 4, each.value)
  map_public_ip_on_launch = false
  tags                    = merge(var.tags, { Name = "${local.name}-${each.key}" })
}

# The VPC's own group lets nothing in or out.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
  tags   = var.tags
}

resource "aws_route_table" "this" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = local.name })
}

resource "aws_route_table_association" "this" {
  for_each       = aws_subnet.this
  subnet_id      = each.value.id
  route_table_id = aws_route_table.this.id
}

# What goes out to AWS. Instances of one job talk to each other besides, on ports of their own choice (B34).
resource "aws_security_group" "clients" {
  for_each    = { functions = "Functions: out by TLS, nothing in", instances = "Instances of SageMaker: to one another, and out by TLS" }
  name        = "${local.name}-${each.key}"
  description = each.value
  vpc_id      = aws_vpc.this.id
  tags        = var.tags
}

resource "aws_vpc_security_group_egress_rule" "clients" {
  for_each          = aws_security_group.clients
  security_group_id = each.value.id
  description       = "TLS to AWS, by the endpoints: there is no other way out"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
  tags              = var.tags
}

resource "aws_vpc_security_group_egress_rule" "among_instances" {
  security_group_id            = aws_security_group.clients["instances"].id
  description                  = "Instances of one job among themselves"
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.clients["instances"].id
  tags                         = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "among_instances" {
  security_group_id            = aws_security_group.clients["instances"].id
  description                  = "Instances of one job among themselves"
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.clients["instances"].id
  tags                         = var.tags
}

resource "aws_security_group" "endpoints" {
  name        = "${local.name}-endpoints"
  description = "Interface endpoints: in by TLS from functions and instances"
  vpc_id      = aws_vpc.this.id
  tags        = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  for_each                     = aws_security_group.clients
  security_group_id            = aws_security_group.endpoints.id
  description                  = "TLS from the ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = each.value.id
  tags                         = var.tags
}

resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(local.interfaces)
  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.${var.deployment.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = values(aws_subnet.this)[*].id
  security_group_ids  = [aws_security_group.endpoints.id]
  tags                = merge(var.tags, { Name = "${local.name}-${each.key}" })
}

resource "aws_vpc_endpoint" "gateway" {
  for_each          = toset(["s3", "dynamodb"])
  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${var.deployment.region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.this.id]
  tags              = merge(var.tags, { Name = "${local.name}-${each.key}" })
}
