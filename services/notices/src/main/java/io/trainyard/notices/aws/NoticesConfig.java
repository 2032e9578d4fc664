package io.trainyard.notices.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What notices say beside what happened. */
@ConfigMapping(prefix = "trainyard.notices")
interface NoticesConfig {

    /** Where the runbooks lie: a folder of the checkout, or an address of one's own. */
    @WithDefault("docs/runbooks")
    String runbooks();
}
