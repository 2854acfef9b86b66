package nl.steunpunt.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test at the edge where a user stands, on the real database: one context for all of them, and
 * what a test writes is gone after it. {@link World} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
@Transactional
public @interface SteunpuntTest {}
