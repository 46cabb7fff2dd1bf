package org.dohyo.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes requests of any syntax, one after another, and answers some of them as the arena must not. */
final class FaultyServer implements AutoCloseable {

    private static final int ROUND = 40;
    private static final String PROBLEM = "{\"status\":%d,\"code\":\"c\",\"detail\":\"d\"}";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    FaultyServer() throws IOException {
        Thread thread = new Thread(this::serve, "faulty server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        for (int turn = 1; !socket.isClosed(); turn++) {
            try (Socket call = socket.accept()) {
                InputStream in = call.getInputStream();
                readHead(in);
                call.getOutputStream().write(answer(turn % ROUND).getBytes(StandardCharsets.UTF_8));
                call.shutdownOutput();
                // A connection that is closed before its request has been read is reset, and the answer may be lost.
                in.readAllBytes();
            } catch (IOException e) {
                // The caller notices that the answer is missing.
            }
        }
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
    }

    private static String answer(int turn) {
        return switch (turn) {
            case 0 -> answer(500, PROBLEM.formatted(500));
            case 1 -> answer(400, "org.dohyo.battle.Side");
            case 2 -> answer(400, "");
            case 3 -> answer(503, PROBLEM.formatted(503));
            default -> answer(400, PROBLEM.formatted(400));
        };
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " Answer\r\nContent-Type: application/problem+json\r\nConnection: close\r\n\r\n"
                + body;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
