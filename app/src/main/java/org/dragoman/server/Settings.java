package org.dragoman.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where and for whom a server answers.
 *
 * @param host name or address to listen on
 * @param port 0 for any that is free
 * @param token what a request must show that writes, or that comes in by an address other hosts can reach
 * @param loopback whether {@code host} can be reached from this machine only: questions are then answered without the token
 */
public record Settings(String host, int port, String token, boolean loopback) {
    private static final int SHORTEST_TOKEN = 16;

    public Settings {
        if (token.length() < SHORTEST_TOKEN || !token.matches("[A-Za-z0-9_~.-]+")) {
            throw new IllegalArgumentException(
                    "a token has at least " + SHORTEST_TOKEN + " letters, digits, or - _ . ~");
        }
    }

    /**
     * Settings for an address.
     *
     * @throws IllegalArgumentException if there is no such host, or the token is too short
     */
    public static Settings of(String host, int port, String token) {
        try {
            return new Settings(host, port, token, InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("no host " + host + " to listen on", unknown);
        }
    }
}
