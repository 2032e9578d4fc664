package io.trainyard.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void everySettingIsOnThePage() {
        Checkout.check(Checkout.ROOT.resolve("docs/how-to/settings.md"), Settings.markdown());
    }

    @Test
    void aSettingIsNamedAsTheEnvironmentNamesIt() {
        assertThat(Settings.all())
                .contains(new Settings.Setting(
                        "TRAINYARD_ENDPOINTS_OFFER_TIMEOUT",
                        "PT15M",
                        "How long a free slot is kept for the first in line."))
                .anyMatch(setting -> setting.name().equals("TRAINYARD_RATES")
                        && setting.usual().isEmpty());
    }
}
