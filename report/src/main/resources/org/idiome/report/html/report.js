(function(){var d=document,r=d.documentElement;r.classList.add('js');
function each(q,f){Array.prototype.forEach.call(d.querySelectorAll(q),f)}
var t=d.getElementById('theme');if(t)t.onclick=function(){var k=r.getAttribute('data-theme')||(matchMedia('(prefers-color-scheme:dark)').matches?'dark':'light');r.setAttribute('data-theme',k==='dark'?'light':'dark')};
function areas(){each('.area',function(h){var n=h.nextElementSibling,any=false;while(n&&!n.classList.contains('area')){if(n.tagName==='DETAILS'&&!n.hidden)any=true;n=n.nextElementSibling}h.hidden=!any})}
each('[data-f]',function(b){b.onclick=function(){each('[data-f]',function(o){o.setAttribute('aria-pressed',String(o===b))});var s=b.getAttribute('data-f');each('details.f',function(f){f.hidden=!!s&&f.getAttribute('data-s')!==s});areas()}});
var o=d.querySelector('[data-open]');if(o)o.onclick=function(){var on=o.getAttribute('data-open')==='1';each('details.f',function(f){f.open=on});o.setAttribute('data-open',on?'0':'1');o.textContent=o.getAttribute(on?'data-less':'data-more')};
function go(){var e=location.hash&&d.getElementById(location.hash.slice(1));if(e){var f=e.closest('details');if(f){f.hidden=false;f.open=true;areas();f.scrollIntoView()}}}
addEventListener('hashchange',go);go();
addEventListener('beforeprint',function(){each('details.f',function(f){f.setAttribute('data-was',f.open);f.open=true})});
addEventListener('afterprint',function(){each('details.f',function(f){f.open=f.getAttribute('data-was')==='true'})})})();
