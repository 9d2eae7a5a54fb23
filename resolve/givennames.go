package resolve

import "strings"

// Given names that are nearly always a man's or a woman's, so that "she" after "Emily Murphy met Donald Lane" is
// known. Facts of the language, from general knowledge; names that are both (Kim, Robin, Andrea) are left out.
var (
	hisNames = words(`aaron abdel abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alexander alexei alexey alfred ali allan allen amir anatoly anders andre andreas andrei andrew
andrzej angus anil anthony antonio antony arjun arthur ashraf asif barack bashar ben benjamin bernard bernie bill bob boris brad brendan brian bruce bryan carl carlos cesar charles chris
christopher chuck claudio colin craig cyril daniel darren dave david dean denis dennis derek diego dieter dmitri dmitry dominic don donald douglas duncan dwight ed eduardo edward edwin elijah elon
emmanuel enrique eric erik ernesto eugene evan fabio felipe felix fernando fidel finn francisco francois frank franz fred frederick friedrich gareth gary gavin geoff geoffrey george gerald gerard
gerhard giorgio giovanni giuseppe glenn gordon graham greg gregory guillermo gustavo hans haruki harold harry hassan hector heinrich helmut henri henrik henry herbert hiroshi howard hugh hugo hussein
ian ibrahim igor imran ismail ivan jack jacob jacques jake james jamie jan jared jason javier jeff jeffrey jeremy jerome jerry jim jimmy joao joe joel johan johann john johnny jonathan jorge jose
joseph joshua juan julian julio justin karl keir keith kenneth kevin khalid klaus konstantin kurt kyle lars larry laurent lawrence leo leon leonard leonid lloyd louis luca lucas luigi luis luiz luke
magnus mahmoud manuel marco marcos marcus mario mark markus martin marvin mathew matt matteo matthew mauricio max mehmet michael michel miguel mikhail mike milan mitch mitt mohamed mohammad mohammed
moshe muhammad mustafa naftali narendra nathan naveen neil nicholas nick nicolas nicolás nigel nikolai norman oleg oleh oliver olivier omar oscar osama otto pablo patrick paul pavel pedro per pete
peter petr philip philippe pierre piotr rafael rahul rajesh ralph ramon raul ray raymond recep ricardo richard rick rob robert roberto rodrigo roger roman ron ronald ross roy rudy rupert russell ryan
saad salman sam samir samuel sanjay scott sean sebastian sergei sergey sergio seth shane shinzo simon stefan stephen steve steven stewart stuart sven tariq ted terry theo theodore thomas tim
timothy tobias todd tom tommy tony trevor tyler vaclav vadim victor viktor vince vincent vitaly vladimir volodymyr walter warren wayne werner wilhelm will william winston wolfgang xavier yair yasser
yevgeny yoav yosef youssef yuri yusuf zachary`)

	herNames = words(`abigail ada agnes aisha alejandra alexandra alice alicia alison allison amanda amelia amina amy ana angela angelina anita ann anna anne annie antonia ashley astrid ava
barbara beatrice bella bernadette beth betty beverly birgit brenda bridget britta camilla carla carmen carol carolina caroline carrie catherine cecilia charlotte chelsea cheryl chiara christina
christine claire clara claudia condoleezza corinne cristina cynthia daniela deborah delia denise diana diane dilma dolores donna doris dorothy eileen elaine elena eleanor elena elisabeth elise
elizabeth ella ellen elsa emily emma erica erin esther eva eve evelyn fatima fiona florence frances gabriela gabriella gail georgia gina giorgia giulia gladys gloria grace greta gretchen gwen
hannah heather heidi helen helena helga hilary hillary holly ida ilhan ines ingrid irene irina iris isabel isabella ivana jacinda jacqueline jane janet janice jeanette jeanine jennifer
jenny jessica jill joan joanna joanne josephine joyce juana judith judy julia juliana julie juliette kamala karen karin karolina kate katharine katherine kathleen kathryn kathy katie katja
katrina keira kemi kirsten kirstjen kristen kristi kristin kristina latisha laura lauren leila lena letitia liliana lily linda lisa liz loretta lorraine louise lucia lucy luisa lydia lynn
madeleine maggie maia malala manuela marcia margaret margarita maria marian marianne marie marina marine marjorie marta martha mary matilda maureen megan melania melanie melinda melissa mercedes
meredith mette michelle mildred miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma olga olivia oksana pamela patricia paula pauline
penelope penny phyllis priscilla priti rachel ramona rebecca regina renata rita roberta rosa rosalind rose rosemary ruth sabine sally samantha sandra sanna sara sarah selena shannon sheila
shirley silvia simone sofia sonia sophia sophie stacey stella stephanie sue susan susanna suzanne svetlana sylvia tamara tanya tara tatiana teresa theresa tina tracey ursula valentina
valerie vanessa vera veronica victoria viktoria virginia vivian wanda wendy winifred yolanda yulia yvette yvonne zainab zoe`)
)

// genderOf is 'm' or 'f' where a personal name opens with a given name that is nearly always a man's or a woman's, else 0.
func genderOf(name string) byte {
	given, _, more := strings.Cut(name, " ")
	given = strings.ToLower(given)
	switch {
	case !more:
		return 0
	case hisNames[given] || hisNames[fold(given)]:
		return 'm'
	case herNames[given] || herNames[fold(given)]:
		return 'f'
	}
	return 0
}
