package io.trainyard.local.front.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** URI encoding as SigV4 wants it: every byte but the unreserved characters of RFC 3986, hexadecimal in capitals. */
final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    static String encode(String text, boolean keepSlash) {
        var encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet) || (keepSlash && octet == '/')) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.charAt((octet >> 4) & 15)).append(HEX.charAt(octet & 15));
            }
        }
        return encoded.toString();
    }

    /** Decodes percent signs only: a plus stays a plus. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && digit(bytes[i + 1]) >= 0 && digit(bytes[i + 2]) >= 0) {
                decoded.write(digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    static List<Map.Entry<String, String>> parameters(String query) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        var from = 0;
        while (from < query.length()) {
            var to = query.indexOf('&', from) < 0 ? query.length() : query.indexOf('&', from);
            var equals = query.indexOf('=', from);
            var nameEnd = equals < 0 || equals > to ? to : equals;
            if (nameEnd > from) {
                var value = nameEnd == to ? "" : query.substring(nameEnd + 1, to);
                pairs.add(Map.entry(decode(query.substring(from, nameEnd)), decode(value)));
            }
            from = to + 1;
        }
        return pairs;
    }

    private static int digit(byte octet) {
        return Character.digit(octet, 16);
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '_'
                || octet == '.'
                || octet == '~';
    }
}
