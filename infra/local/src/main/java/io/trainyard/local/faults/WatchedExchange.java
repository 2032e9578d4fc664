package io.trainyard.local.faults;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;

/** An exchange that says when its answer is about to leave; one that is stopped then leaves no answer. */
final class WatchedExchange extends HttpExchange {

    private final HttpExchange inner;
    private final Departure departure;

    /** Told the status just before it is sent. */
    @FunctionalInterface
    interface Departure {

        /** @throws IOException where nothing is to be sent */
        void of(int status) throws IOException;
    }

    WatchedExchange(HttpExchange inner, Departure departure) {
        this.inner = inner;
        this.departure = departure;
    }

    @Override
    public void sendResponseHeaders(int status, long length) throws IOException {
        departure.of(status);
        inner.sendResponseHeaders(status, length);
    }

    @Override
    public Headers getRequestHeaders() {
        return inner.getRequestHeaders();
    }

    @Override
    public Headers getResponseHeaders() {
        return inner.getResponseHeaders();
    }

    @Override
    public URI getRequestURI() {
        return inner.getRequestURI();
    }

    @Override
    public String getRequestMethod() {
        return inner.getRequestMethod();
    }

    @Override
    public HttpContext getHttpContext() {
        return inner.getHttpContext();
    }

    @Override
    public void close() {
        inner.close();
    }

    @Override
    public InputStream getRequestBody() {
        return inner.getRequestBody();
    }

    @Override
    public OutputStream getResponseBody() {
        return inner.getResponseBody();
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return inner.getRemoteAddress();
    }

    @Override
    public int getResponseCode() {
        return inner.getResponseCode();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return inner.getLocalAddress();
    }

    @Override
    public String getProtocol() {
        return inner.getProtocol();
    }

    @Override
    public Object getAttribute(String name) {
        return inner.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        inner.setAttribute(name, value);
    }

    @Override
    public void setStreams(InputStream in, OutputStream out) {
        inner.setStreams(in, out);
    }

    @Override
    public HttpPrincipal getPrincipal() {
        return inner.getPrincipal();
    }
}
