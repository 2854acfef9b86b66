package nl.steunpunt.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Renders templates by their place in the house: {@code support/question/show}. Each gets {@code
 * page}, and {@code it}: the one record its controller made.
 */
@Configuration(proxyBeanMethods = false)
class JteViews {

  @Bean
  TemplateEngine templates(@Value("${steunpunt.dev:false}") boolean dev) {
    return dev
        ? TemplateEngine.create(
            new SourceTemplates(Path.of("src/main/java")),
            Path.of("target/jte-dev"),
            ContentType.Html)
        : TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ViewResolver templateViews(TemplateEngine templates, Pages pages) {
    return (name, locale) ->
        name.startsWith("redirect:") ? null : new Template(templates, pages, name + ".jte");
  }

  private record Template(TemplateEngine templates, Pages pages, String file) implements View {

    /** Without it, content negotiation passes this view over. */
    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      var parameters = new HashMap<String, Object>();
      parameters.put("page", pages.of(request, response));
      if (model != null && model.get("it") instanceof Object it) {
        parameters.put("it", it);
      }
      var html = new Utf8ByteOutput();
      templates.render("nl/steunpunt/" + file, parameters, html);
      response.setContentType(getContentType());
      Zip.send(html.toByteArray(), request, response);
    }
  }
}
