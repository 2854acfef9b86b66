package nl.steunpunt.bench.load;

import java.nio.charset.StandardCharsets;

/** Requests as bytes, made before anything is measured where that can be. */
public final class Requests {
  private Requests() {}

  /** As a browser asks for a page, zipped. */
  public static byte[] page(String path, String signIn) {
    return bytes(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: steunpunt="
            + signIn
            + "\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: nl\r\n\r\n");
  }

  /** As htmx asks for a part of one. */
  public static byte[] part(String path, String signIn) {
    return bytes(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: steunpunt="
            + signIn
            + "\r\nHX-Request: true\r\nAccept-Encoding: gzip\r\nAccept-Language: nl\r\n\r\n");
  }

  public static byte[] post(String path, String token, String json) {
    return json("POST ", path, token, json);
  }

  public static byte[] put(String path, String token, String json) {
    return json("PUT ", path, token, json);
  }

  private static byte[] json(String method, String path, String token, String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    return bytes(
        method
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n"
            + json);
  }

  public static byte[] stream(String signIn) {
    return bytes(
        "GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: steunpunt="
            + signIn
            + "\r\nAccept: text/event-stream\r\n\r\n");
  }

  private static byte[] bytes(String request) {
    return request.getBytes(StandardCharsets.UTF_8);
  }
}
