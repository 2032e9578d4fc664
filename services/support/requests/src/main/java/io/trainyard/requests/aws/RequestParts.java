package io.trainyard.requests.aws;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.trainyard.requests.app.Datasets;
import io.trainyard.requests.app.ExamineRequest;
import io.trainyard.requests.domain.Defaults;
import io.trainyard.requests.domain.HyperparameterRule;
import io.trainyard.requests.domain.ImageLimits;
import io.trainyard.requests.domain.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the examination of requests: the same in every service that has this module. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Limits.class,
            Defaults.class,
            ImageLimits.class,
            HyperparameterRule.class,
            HyperparameterRule.Type.class
        })
class RequestParts {

    @Produces
    @Singleton
    Limits limits(RequestsConfig config) {
        return Limits.changed(config.limits());
    }

    /** Path style, because a bucket is no host name on a machine of one's own. */
    @Produces
    @ApplicationScoped
    Datasets datasets() {
        return new S3Datasets(S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build());
    }

    @Produces
    @Singleton
    ExamineRequest examine(Limits limits, Datasets datasets) {
        return new ExamineRequest(limits, datasets);
    }
}
