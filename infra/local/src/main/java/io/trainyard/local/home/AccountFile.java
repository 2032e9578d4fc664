package io.trainyard.local.home;

import java.time.Instant;

/**
 * What {@code account.json} says about the account that runs in a folder.
 *
 * @param started as text, ISO-8601
 * @param endpoint the one URL of every AWS service and of the HTTP API
 * @param accessKeyId the administrator's credentials; the services have their own
 * @param tokens the file with fresh tokens for the HTTP API, by role
 */
public record AccountFile(
        long pid,
        String started,
        int port,
        String endpoint,
        String version,
        String env,
        String account,
        String region,
        String accessKeyId,
        String secretAccessKey,
        String tokens) {

    /** The instant it became ready. */
    public Instant startedAt() {
        return Instant.parse(started);
    }

    @Override
    public String toString() {
        return "AccountFile[pid=" + pid + ", endpoint=" + endpoint + "]";
    }
}
