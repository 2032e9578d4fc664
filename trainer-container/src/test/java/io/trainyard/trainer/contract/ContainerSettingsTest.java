package io.trainyard.trainer.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerSettingsTest {

    @Test
    void servesEveryInterfaceOnPort8080InAContainer() {
        ContainerSettings settings = ContainerSettings.from(Map.of());

        assertThat(settings.layout().base()).isEqualTo(Path.of("/opt/ml"));
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.modelVersion()).isEmpty();
        assertThat(settings.limits().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.limits().bodyBytes()).isEqualTo(5 * 1024 * 1024);
    }

    @Test
    void servesLoopbackOnlyAsAnOrdinaryProcess() {
        ContainerSettings settings =
                ContainerSettings.from(Map.of("SAGEMAKER_BASE_DIR", "/tmp/x", "SAGEMAKER_BIND_TO_PORT", "0"));

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isZero();
    }

    @Test
    void letsTheRunnerChooseTheHost() {
        assertThat(ContainerSettings.from(Map.of("SAGEMAKER_BIND_TO_HOST", "127.0.0.2"))
                        .host())
                .isEqualTo("127.0.0.2");
    }

    @Test
    void namesTheVariableThatIsNotANumber() {
        assertThatThrownBy(() -> ContainerSettings.from(Map.of("SAGEMAKER_BIND_TO_PORT", "http")))
                .isInstanceOf(ContainerFailure.class)
                .hasMessage("environment variable SAGEMAKER_BIND_TO_PORT is 'http';"
                        + " it must be a whole number from 0 to 65535");
    }
}
