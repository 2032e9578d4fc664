locals {
  here    = "${var.deployment.region}:${var.deployment.account}"
  objects = concat(["arn:aws:s3:::${var.bucket}/*"], [for it in var.data_locations : "arn:aws:s3:::${trimprefix(it, "s3://")}*"])
  buckets = concat(["arn:aws:s3:::${var.bucket}"], distinct([for it in var.data_locations : "arn:aws:s3:::${split("/", it)[2]}"]))

  # The repository of the image, which may be another account's: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/name:tag
  image      = regex("^([0-9]{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com/([^:@]+)", var.image)
  repository = "arn:aws:ecr:${local.image[1]}:${local.image[0]}:repository/${local.image[2]}"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        { Sid = "Read", Effect = "Allow", Action = ["s3:GetObject"], Resource = local.objects },
        { Sid = "Write", Effect = "Allow", Action = ["s3:PutObject", "s3:AbortMultipartUpload"], Resource = ["arn:aws:s3:::${var.bucket}/*"] },
        { Sid = "List", Effect = "Allow", Action = ["s3:ListBucket"], Resource = local.buckets },
        { Sid = "Image", Effect = "Allow", Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"], Resource = [local.repository] },
        {
          Sid      = "Logs"
          Effect   = "Allow"
          Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
          Resource = ["arn:aws:logs:${local.here}:log-group:/aws/sagemaker/*"]
        },
        # IAM knows no resource for these two.
        { Sid = "Registry", Effect = "Allow", Action = ["ecr:GetAuthorizationToken"], Resource = ["*"] },
        {
          Sid       = "Metrics"
          Effect    = "Allow"
          Action    = ["cloudwatch:PutMetricData"]
          Resource  = ["*"]
          Condition = { StringLike = { "cloudwatch:namespace" = ["/aws/sagemaker/*", "AWS/SageMaker"] } }
        },
      ],
      # What a job or model in a VPC needs (SageMaker Developer Guide, "How to use SageMaker AI execution roles"): IAM knows no resource for Describe.
      [for it in var.network == null ? [] : [var.network] : {
        Sid    = "Interfaces"
        Effect = "Allow"
        Action = ["ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission"]
        Resource = concat(
          ["arn:aws:ec2:${local.here}:network-interface/*", "arn:aws:ec2:${local.here}:security-group/${it.security_group}"],
          [for id in it.subnets : "arn:aws:ec2:${local.here}:subnet/${id}"],
        )
      }],
      [for it in var.network == null ? [] : [var.network] : {
        Sid      = "Network"
        Effect   = "Allow"
        Action   = ["ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"]
        Resource = ["*"]
      }],
      [for arn in var.key.customer ? [var.key.arn] : [] : { Sid = "Key", Effect = "Allow", Action = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"], Resource = [arn] }],
    )
  })
}

resource "aws_iam_role" "this" {
  name        = "${var.deployment.prefix}-sagemaker"
  description = "What training jobs and models run as"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sagemaker.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.deployment.account } }
    }]
  })
  tags = var.tags
}

resource "aws_iam_role_policy" "this" {
  name   = "work"
  role   = aws_iam_role.this.id
  policy = local.policy
}

resource "aws_ecr_repository" "this" {
  name                 = "${var.deployment.prefix}-trainer"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = !var.protect
  tags                 = var.tags

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = var.key.customer ? "KMS" : "AES256"
    kms_key         = var.key.arn
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Layers that no tag names"
      selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
      action       = { type = "expire" }
    }]
  })
}
