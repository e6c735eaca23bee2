package dev.copydesk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Makes connections to the database that notice within a minute when its host vanishes without a word, as in a power cut: the
 * kernel probes a silent connection, by TCP keep-alive (RFC 9293, section 3.8.4). A statement may run as long as it wants,
 * since the other kernel answers for its server; a time limit on reads would cut the building of an index.
 */
public final class WatchedSockets extends SocketFactory {

    /** Seconds of silence, seconds between probes, and how many may stay without an answer: 60 s in all. */
    static final int IDLE = 30;

    static final int INTERVAL = 10;
    static final int COUNT = 3;

    @Override
    public Socket createSocket() {
        try {
            Socket socket = new Socket();
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
                socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, IDLE);
                socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL);
                socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, COUNT);
            }
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return getDefault().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return getDefault().createSocket(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return getDefault().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return getDefault().createSocket(address, port, localAddress, localPort);
    }
}
