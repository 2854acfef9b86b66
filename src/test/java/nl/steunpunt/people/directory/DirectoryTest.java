package nl.steunpunt.people.directory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * On a database of its own: an import decides about everybody, so it cannot share one with tests
 * that have people of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "steunpunt.data=target/import-data")
@AutoConfigureMockMvc
@interface DirectoryTest {}
