package nl.steunpunt.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.Pages;
import nl.steunpunt.platform.web.Paths;
import nl.steunpunt.platform.web.Viewer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a repeated POST with an {@code Idempotency-Key} harmless: the work and its kept answer are
 * one transaction, so no crash can separate them. The same key and request get the same status,
 * Location and body again; another request under the key is refused. Of two at once one does the
 * work while the other waits for its answer. A refusal is not kept: what was wrong may be put right
 * and sent again under the same key.
 *
 * <p>Not for {@code /tokens} and {@code /secret}, whose answer is a secret and is kept nowhere, and
 * not for a file: imported once more it changes nothing anyway. Nor for {@code /test}, which calls
 * somebody outside: a transaction would be held for as long as they take.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

  private final KeptAnswers answers;
  private final PlatformTransactionManager transactions;
  private final ApiErrors problems;
  private final HandlerExceptionResolver errors;

  IdempotencyFilter(
      KeptAnswers answers,
      PlatformTransactionManager transactions,
      ApiErrors problems,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.answers = answers;
    this.transactions = transactions;
    this.problems = problems;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        || !Paths.isApi(request)
        || Paths.of(request).endsWith("/secret")
        || Paths.of(request).endsWith("/test")
        || Bodies.isFile(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    var who = Pages.viewer();
    if (who == null) {
      next.doFilter(request, response);
      return;
    }
    try {
      var key = request.getHeader(HEADER);
      if (!KEY.matcher(key).matches()) {
        throw Invalid.parameter(HEADER, "api.key.wrong");
      }
      // No more than the filter before this one lets through.
      var body = new HeldBody(request, request.getInputStream().readAllBytes());
      answer(who, key, body, response, next);
    } catch (Invalid invalid) {
      problems.write(invalid, request, response);
    } catch (DataAccessException | TransactionException failed) {
      response.reset();
      errors.resolveException(request, response, null, failed);
    }
  }

  private void answer(
      Viewer who, String key, HeldBody request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    var hash = hash(request);
    var fresh = new ContentCachingResponseWrapper(response);
    boolean claimed;
    var work = transactions.getTransaction(TransactionDefinition.withDefaults());
    try {
      claimed = answers.claim(who.number(), key, hash);
      if (claimed) {
        next.doFilter(request, fresh);
        keep(who, key, fresh, work);
      }
    } catch (Throwable failed) {
      transactions.rollback(work);
      throw failed;
    }
    transactions.commit(work);
    if (claimed) {
      fresh.copyBodyToResponse();
    } else {
      again(answers.kept(who.number(), key), hash, response);
    }
  }

  private void keep(
      Viewer who, String key, ContentCachingResponseWrapper fresh, TransactionStatus work) {
    if (fresh.getStatus() >= 400) {
      work.setRollbackOnly();
      return;
    }
    answers.keep(
        who.number(),
        key,
        fresh.getStatus(),
        new String(fresh.getContentAsByteArray(), StandardCharsets.UTF_8),
        fresh.getHeader(HttpHeaders.LOCATION));
  }

  private static void again(KeptAnswers.Kept kept, byte[] hash, HttpServletResponse response)
      throws IOException {
    if (!Arrays.equals(kept.bodyHash(), hash)) {
      throw Invalid.member("", "api.key.used");
    }
    response.setStatus(Objects.requireNonNull(kept.status()));
    if (kept.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, kept.location());
    }
    var answer = Objects.requireNonNull(kept.answer()).getBytes(StandardCharsets.UTF_8);
    if (answer.length > 0) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.getOutputStream().write(answer);
    }
  }

  /** Another address is another request. */
  private static byte[] hash(HeldBody request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (request.getRequestURI() + "?" + request.getQueryString() + "\n")
              .getBytes(StandardCharsets.UTF_8));
      return digest.digest(request.body());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
