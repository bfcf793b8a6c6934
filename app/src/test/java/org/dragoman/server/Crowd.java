package org.dragoman.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many clients that keep their connections: a third says nothing, a third stops in the middle of a request, a third goes on letter by
 * letter. A process of its own, for the number of files that one process may open. Ends when its standard input does.
 */
final class Crowd {
    private static final byte[] REQUEST = ("GET /api/events HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                    + "a".repeat(1_000))
            .getBytes(StandardCharsets.UTF_8);
    private static final int STOPS_AT = 20;
    /** As many come at once as the server's queue has places: whom it can't take, the system lets try again after a second. */
    private static final int QUEUE = 25;

    private Crowd() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        int size = Integer.parseInt(arguments[1]);
        List<SocketChannel> clients = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            SocketChannel client = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            if (i % 3 == 1) {
                client.write(ByteBuffer.wrap(REQUEST, 0, STOPS_AT));
            }
            client.configureBlocking(false);
            clients.add(client);
            if (i % QUEUE == QUEUE - 1) {
                Thread.sleep(5);
            }
        }
        System.out.println("there");
        for (int letter = 0; letter < REQUEST.length && System.in.available() == 0; letter++) {
            for (int i = 2; i < size; i += 3) {
                try {
                    clients.get(i).write(ByteBuffer.wrap(REQUEST, letter, 1));
                } catch (IOException closed) {
                    // The server has enough of it.
                }
            }
            Thread.sleep(200);
        }
    }
}
