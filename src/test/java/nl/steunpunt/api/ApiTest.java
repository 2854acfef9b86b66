package nl.steunpunt.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** One server for all of them, with the demo's clock and without its people. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "steunpunt.data=target/test-data-api${test.fork:}",
      "steunpunt.demo=true",
      "steunpunt.demo.seed=false"
    })
@Import(Workplace.class)
@interface ApiTest {}
