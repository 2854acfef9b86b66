package nl.steunpunt.platform.web;

import nl.steunpunt.platform.i18n.Messages;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server's own error page names its maker; ours does not. */
@Configuration(proxyBeanMethods = false)
class ServerErrors {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownErrors(Messages messages) {
    return server ->
        server.addContextCustomizers(context -> {
          var host = (StandardHost) context.getParent();
          host.setErrorReportValveClass("");
          host.getPipeline().addValve(new UnreadableRequest(messages));
        });
  }
}
